package cn.justicehub.hub.discovery;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** List types: all in force, by name. Body: {@link ExchangeTypesQuestion} to the API's ExchangeTypes. */
@Component
final class TypeListRoute extends RouteBuilder {

    private final TypeList types;

    TypeListRoute(TypeList types) {
        this.types = types;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(ExchangeTypesQuestion.ROUTE).routeId("list-exchange-types").bean(types, "list()");
    }
}
