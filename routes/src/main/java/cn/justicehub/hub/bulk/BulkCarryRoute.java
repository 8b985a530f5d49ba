package cn.justicehub.hub.bulk;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Carry: again and again, find the operations that run and do one step of each. */
@Component
class BulkCarryRoute extends RouteBuilder {

    private final BulkCarrier carrier;

    BulkCarryRoute(BulkCarrier carrier) {
        this.carrier = carrier;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from("scheduler:bulk?delay=500")
                .routeId("bulk")
                .bean(carrier, "find")
                .split(body())
                .bean(carrier, "step");
    }
}
