package cn.justicehub.hub.delivery;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Unacknowledged: now and then, raise an alarm for what lies in an inbox too long. */
@Component
class UnacknowledgedRoute extends RouteBuilder {

    private final Unacknowledged unacknowledged;

    UnacknowledgedRoute(Unacknowledged unacknowledged) {
        this.unacknowledged = unacknowledged;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from("scheduler:unacknowledged?delay=10000").routeId("unacknowledged").bean(unacknowledged, "raise");
    }
}
