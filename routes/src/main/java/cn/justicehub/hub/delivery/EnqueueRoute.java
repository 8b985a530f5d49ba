package cn.justicehub.hub.delivery;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Enqueue: one order at its agency's queue, under an id that the broker takes once. Body: {@link DeliveryStore.Order}. */
@Component
class EnqueueRoute extends RouteBuilder {

    static final String FROM = "direct:enqueue";

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(FROM)
                .routeId("enqueue")
                .setHeader("_AMQ_DUPL_ID", simple("${body.duplicateId}"))
                .setHeader("CamelJmsDestinationName", simple("hub.delivery.${body.agency}"))
                .transform(simple("${body.duplicateId}"))
                .to("jms:queue:hub.delivery?deliveryPersistent=true");
    }
}
