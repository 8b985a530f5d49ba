package cn.justicehub.hub.delivery;

import cn.justicehub.connectors.agency.Agency;
import cn.justicehub.connectors.agency.Channel;
import cn.justicehub.hub.definitions.Catalogue;
import cn.justicehub.hub.definitions.DefinitionsChanged;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Instantiates the dispatch route for each agency that is sent to, once Camel runs and whenever others come in force. */
@Component
class DispatchStart {

    private final CamelContext camel;
    private final Catalogue catalogue;
    private final DeliverySettings settings;

    DispatchStart(CamelContext camel, Catalogue catalogue, DeliverySettings settings) {
        this.camel = camel;
        this.catalogue = catalogue;
        this.settings = settings;
    }

    @EventListener(DefinitionsChanged.class)
    void follow() {
        if (camel.isStarted()) {
            startAll();
        }
    }

    /** Routes that run stay: of an agency that is pushed to no more they find every order void. */
    @EventListener(ApplicationReadyEvent.class)
    synchronized void startAll() {
        for (Agency agency : catalogue.agencies().all()) {
            if (agency.channel() instanceof Channel.Push && camel.getRoute(routeId(agency.code())) == null) {
                start(agency.code());
            }
        }
    }

    private static String routeId(String agency) {
        return "dispatch-" + agency;
    }

    private void start(String agency) {
        TemplatedRouteBuilder.builder(camel, DispatchRoutes.TEMPLATE)
                .routeId(routeId(agency))
                .parameter("agency", agency)
                .parameter("consumers", settings.consumers())
                .add();
    }
}
