package cn.justicehub.hub.delivery;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Relay: lease what may be carried, send it agency by agency. What the broker does not take, or loses, is leased again
 * when its lease is over.
 */
@Component
class RelayRoute extends RouteBuilder {

    static final String FROM = "direct:relay";

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
    }
}
