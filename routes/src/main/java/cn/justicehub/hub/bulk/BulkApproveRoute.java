package cn.justicehub.hub.bulk;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Approve operation: a second person lets it run. Body: {@link BulkQuestion.Decide} to the API's BulkOperation. */
@Component
final class BulkApproveRoute extends RouteBuilder {

    private final BulkDecisions decisions;

    BulkApproveRoute(BulkDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(BulkQuestion.APPROVE).routeId("approve-operation").bean(decisions, "approve");
    }
}
