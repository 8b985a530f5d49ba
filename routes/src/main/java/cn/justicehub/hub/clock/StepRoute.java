package cn.justicehub.hub.clock;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Step: about once a second, find the ladders whose next step is to be taken and have each recorded and told. */
@Component
class StepRoute extends RouteBuilder {

    private final Steps steps;

    StepRoute(Steps steps) {
        this.steps = steps;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from("scheduler:step?delay=1000")
                .routeId("step")
                .bean(steps, "clear")
                .bean(steps, "due")
                .split(body())
                .bean(steps, "record");
    }
}
