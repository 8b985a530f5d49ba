package cn.justicehub.hub.clock;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Unreceived: every few seconds, record what has not reached who owes by its alarm; clear the alarms that are over. */
@Component
class UnreceivedRoute extends RouteBuilder {

    private final Unreceived unreceived;

    UnreceivedRoute(Unreceived unreceived) {
        this.unreceived = unreceived;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from("scheduler:unreceived?delay=5000")
                .routeId("unreceived")
                .bean(unreceived, "clear")
                .bean(unreceived, "find")
                .split(body())
                .bean(unreceived, "record");
    }
}
