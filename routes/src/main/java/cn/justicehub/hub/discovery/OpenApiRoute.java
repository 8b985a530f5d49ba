package cn.justicehub.hub.discovery;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Get contract: as the types in force make it. Body: {@link OpenApiQuestion} to {@link OpenApiAnswer}. */
@Component
final class OpenApiRoute extends RouteBuilder {

    private final OpenApiDocument contract;

    OpenApiRoute(OpenApiDocument contract) {
        this.contract = contract;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(OpenApiQuestion.ROUTE).routeId("get-openapi").bean(contract, "document()");
    }
}
