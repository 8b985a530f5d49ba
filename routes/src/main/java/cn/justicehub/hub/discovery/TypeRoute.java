package cn.justicehub.hub.discovery;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Get type: one in force, whole. Body: {@link ExchangeTypeQuestion} to the API's ExchangeType. */
@Component
final class TypeRoute extends RouteBuilder {

    private final TypeList types;

    TypeRoute(TypeList types) {
        this.types = types;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(ExchangeTypeQuestion.ROUTE).routeId("get-exchange-type").bean(types, "show");
    }
}
