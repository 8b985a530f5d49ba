package cn.justicehub.hub.health;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Measure backlog: every ten seconds, count what waits. */
@Component
class BacklogRoute extends RouteBuilder {

    private final BacklogWatch watch;

    BacklogRoute(BacklogWatch watch) {
        this.watch = watch;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from("scheduler:backlog?delay=10000").routeId("measure-backlog").bean(watch, "measure");
    }
}
