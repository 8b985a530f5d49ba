package cn.justicehub.hub.delivery;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Unreachable: now and then, find deliveries that have nowhere to go and park each. */
@Component
class UnreachableRoute extends RouteBuilder {

    private final Unreachable unreachable;

    UnreachableRoute(Unreachable unreachable) {
        this.unreachable = unreachable;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from("scheduler:unreachable?delay=10000")
                .routeId("unreachable")
                .bean(unreachable, "find")
                .split(body())
                .bean(unreachable, "park");
    }
}
