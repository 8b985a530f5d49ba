package cn.justicehub.hub.testing;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Endpoint;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.jspecify.annotations.Nullable;

/** A test of one route, alone in its Camel. */
public abstract class RouteTest extends CamelTestSupport {

    @Override
    protected final RoutesBuilder createRouteBuilder() throws Exception {
        return route();
    }

    protected abstract RoutesBuilder route() throws Exception;

    /** Sends a body and waits for the answer; what the route throws comes out as it is. */
    protected final @Nullable Object ask(String uri, Object body) {
        try {
            return template.requestBody(uri, body);
        } catch (CamelExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw e;
        }
    }

    /** Has a route that runs by itself wait to be asked instead. */
    protected static void askedAt(CamelContext camel, String routeId, String uri) throws Exception {
        AdviceWith.adviceWith(camel, routeId, advice -> advice.replaceFromWith(uri));
    }

    /** A broker that is none: its queues are endpoints of another component, whatever their options. */
    public static final class FakeBroker extends DefaultComponent {

        private final String scheme;

        public FakeBroker(String scheme) {
            this.scheme = scheme;
        }

        @Override
        protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
            parameters.clear();
            return getCamelContext().getEndpoint(scheme + ":" + remaining);
        }
    }
}
