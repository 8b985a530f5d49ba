package cn.justicehub.hub.message;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Get receipt: find it again, for whom it may concern. Body: {@link ReceiptQuestion} to {@link ReceiptAnswer}. */
@Component
final class ReceiptRoute extends RouteBuilder {

    private final Receipts receipts;

    ReceiptRoute(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(ReceiptQuestion.ROUTE).routeId("get-receipt").bean(receipts, "find");
    }
}
