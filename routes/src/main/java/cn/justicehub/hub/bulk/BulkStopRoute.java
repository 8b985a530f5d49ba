package cn.justicehub.hub.bulk;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Stop operation: nothing more of it is done. Body: {@link BulkQuestion.Decide} to the API's BulkOperation. */
@Component
final class BulkStopRoute extends RouteBuilder {

    private final BulkDecisions decisions;

    BulkStopRoute(BulkDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(BulkQuestion.STOP).routeId("stop-operation").bean(decisions, "stop");
    }
}
