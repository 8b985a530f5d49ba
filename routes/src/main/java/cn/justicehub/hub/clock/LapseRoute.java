package cn.justicehub.hub.clock;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Lapse: find the clocks that are due, have each lapse recorded. */
@Component
class LapseRoute extends RouteBuilder {

    static final String FROM = "direct:lapse";

    private final Lapses lapses;

    LapseRoute(Lapses lapses) {
        this.lapses = lapses;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(FROM).routeId("lapse").bean(lapses, "due").split(body()).bean(lapses, "record");
    }
}
