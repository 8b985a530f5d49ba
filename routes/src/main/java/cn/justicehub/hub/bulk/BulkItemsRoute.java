package cn.justicehub.hub.bulk;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** List an operation's deliveries and what became of each. Body: {@link BulkQuestion.Items} to the API's BulkDeliveryPage. */
@Component
final class BulkItemsRoute extends RouteBuilder {

    private final BulkViews views;

    BulkItemsRoute(BulkViews views) {
        this.views = views;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(BulkQuestion.ITEMS).routeId("list-operation-deliveries").bean(views, "items");
    }
}
