package cn.justicehub.hub.delivery;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Acknowledge: record that a delivery was fetched. Body: {@link Acknowledgement} to the delivery's state. */
@Component
class AcknowledgeRoute extends RouteBuilder {

    private final Acknowledgements acknowledgements;

    AcknowledgeRoute(Acknowledgements acknowledgements) {
        this.acknowledgements = acknowledgements;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(Acknowledgement.ROUTE).routeId("acknowledge").bean(acknowledgements, "record");
    }
}
