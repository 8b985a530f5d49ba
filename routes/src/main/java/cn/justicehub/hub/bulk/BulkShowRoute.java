package cn.justicehub.hub.bulk;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Show operation. Body: {@link BulkQuestion.Show} to the API's BulkOperation. */
@Component
final class BulkShowRoute extends RouteBuilder {

    private final BulkViews views;

    BulkShowRoute(BulkViews views) {
        this.views = views;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(BulkQuestion.SHOW).routeId("show-operation").bean(views, "show");
    }
}
