package cn.justicehub.hub.sequence;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Gaps: once a minute, find numbers missing too long and have each gap recorded. */
@Component
class GapRoute extends RouteBuilder {

    private final Gaps gaps;

    GapRoute(Gaps gaps) {
        this.gaps = gaps;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from("scheduler:gaps?delay={{hub.sequence.look:60000}}")
                .routeId("gaps")
                .bean(gaps, "clearFilled")
                .bean(gaps, "overdue")
                .split(body())
                .bean(gaps, "record");
    }
}
