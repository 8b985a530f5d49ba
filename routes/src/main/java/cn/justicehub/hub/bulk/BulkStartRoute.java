package cn.justicehub.hub.bulk;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Start operation: read what is asked, fix its selection, record it. Body: {@link BulkQuestion.Start} to the API's BulkOperation. */
@Component
final class BulkStartRoute extends RouteBuilder {

    private final BulkOperations operations;

    BulkStartRoute(BulkOperations operations) {
        this.operations = operations;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(BulkQuestion.START).routeId("start-operation").bean(operations, "start");
    }
}
