package cn.justicehub.hub.publish;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Publish: about once a second, make the tiles and move the published head. */
@Component
class PublishRoute extends RouteBuilder {

    private final Publisher publisher;

    PublishRoute(Publisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from("scheduler:publish?delay=1000").routeId("publish").bean(publisher, "publish");
    }
}
