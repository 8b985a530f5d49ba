package cn.justicehub.hub.bulk;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** List operations, newest first. Body: {@link BulkQuestion.Newest} to the API's BulkOperationPage. */
@Component
final class BulkListRoute extends RouteBuilder {

    private final BulkViews views;

    BulkListRoute(BulkViews views) {
        this.views = views;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(BulkQuestion.LIST).routeId("list-operations").bean(views, "list");
    }
}
