package cn.justicehub.hub.operations;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** List deliveries: those of all agencies, in commit order. Body: {@link DeliveryListQuestion} to the API's DeliveryPage. */
@Component
final class DeliveryListRoute extends RouteBuilder {

    private final DeliveryList deliveries;

    DeliveryListRoute(DeliveryList deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(DeliveryListQuestion.ROUTE).routeId("list-deliveries").bean(deliveries, "page");
    }
}
