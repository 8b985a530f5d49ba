package cn.justicehub.hub.delivery;

import cn.justicehub.connectors.agency.Agency;
import cn.justicehub.connectors.agency.Channel;
import cn.justicehub.hub.definitions.Catalogue;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.StartupListener;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.stereotype.Component;

/** Instantiates the dispatch route for each agency that is sent to. */
@Component
class DispatchStart implements CamelContextConfiguration, StartupListener {

    private final Catalogue catalogue;
    private final DeliverySettings settings;

    DispatchStart(Catalogue catalogue, DeliverySettings settings) {
        this.catalogue = catalogue;
        this.settings = settings;
    }

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        try {
            camel.addStartupListener(this);
        } catch (Exception e) {
            throw new IllegalStateException("dispatch cannot wait for Camel", e);
        }
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {
        // the templates need a context that has started, see below
    }

    @Override
    public void onCamelContextStarted(CamelContext camel, boolean alreadyStarted) {
        for (Agency agency : catalogue.agencies().all()) {
            if (agency.channel() instanceof Channel.Push) {
                start(camel, agency.code());
            }
        }
    }

    private void start(CamelContext camel, String agency) {
        TemplatedRouteBuilder.builder(camel, DispatchRoutes.TEMPLATE)
                .routeId("dispatch-" + agency)
                .parameters(Map.of("agency", agency, "consumers", Integer.toString(settings.consumers())))
                .add();
    }
}
