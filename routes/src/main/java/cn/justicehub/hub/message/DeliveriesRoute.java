package cn.justicehub.hub.message;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Get deliveries: tell how far a message got. Body: {@link DeliveriesQuestion} to the API's MessageDeliveries. */
@Component
final class DeliveriesRoute extends RouteBuilder {

    private final MessageDeliveryList deliveries;

    DeliveriesRoute(MessageDeliveryList deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(DeliveriesQuestion.ROUTE).routeId("get-message-deliveries").bean(deliveries, "list");
    }
}
