package cn.justicehub.hub.testing;

import cn.justicehub.hub.security.Caller;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;

/** Asking routes under test. */
public final class Routes {

    private Routes() {}

    public static Caller caller(String agency, String... scopes) {
        return new Caller(agency, Set.of(scopes));
    }

    /** The answer of a route, or what it threw, as itself. */
    public static <A> A ask(ProducerTemplate template, String route, Object question, Class<A> answer) {
        try {
            return Objects.requireNonNull(template.requestBody(route, question, answer));
        } catch (CamelExecutionException e) {
            throw e.getCause() instanceof RuntimeException unchecked ? unchecked : e;
        }
    }
}
