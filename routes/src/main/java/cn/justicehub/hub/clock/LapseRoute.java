package cn.justicehub.hub.clock;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Lapse: about once a second, find the clocks that are due and have each lapse recorded. */
@Component
class LapseRoute extends RouteBuilder {

    private final Lapses lapses;

    LapseRoute(Lapses lapses) {
        this.lapses = lapses;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from("scheduler:lapse?delay=1000")
                .routeId("lapse")
                .bean(lapses, "due")
                .split(body())
                .bean(lapses, "record");
    }
}
