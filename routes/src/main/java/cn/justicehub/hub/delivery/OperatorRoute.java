package cn.justicehub.hub.delivery;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Decide delivery: read who and why, record the decision. Body: {@link OperatorRequest} to the record's answer. */
@Component
class OperatorRoute extends RouteBuilder {

    private final OperatorActs acts;

    OperatorRoute(OperatorActs acts) {
        this.acts = acts;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(OperatorRequest.ROUTE)
                .routeId("decide-delivery")
                .bean(OperatorAct.class, "read")
                .bean(acts, "record");
    }
}
