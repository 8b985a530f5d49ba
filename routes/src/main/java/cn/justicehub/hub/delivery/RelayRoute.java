package cn.justicehub.hub.delivery;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Relay: lease what may be carried, enqueue each order at its agency's queue. What the broker does not take, or loses,
 * is leased again when its lease is over.
 */
@Component
class RelayRoute extends RouteBuilder {

    static final String FROM = "direct:relay";
    static final String ENQUEUE = "direct:enqueue";

    private final Relay relay;
    private final Sending sending;

    RelayRoute(Relay relay, Sending sending) {
        this.relay = relay;
        this.sending = sending;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(FROM)
                .routeId("relay")
                .bean(relay, "lease")
                .bean(Relay.class, "byAgency")
                .split(body())
                .bean(sending, "send");
        from(ENQUEUE)
                .routeId("enqueue")
                .setHeader("_AMQ_DUPL_ID", simple("${body.duplicateId}"))
                .setHeader("CamelJmsDestinationName", simple("hub.delivery.${body.agency}"))
                .transform(simple("${body.duplicateId}"))
                .to("jms:queue:hub.delivery?deliveryPersistent=true");
    }
}
