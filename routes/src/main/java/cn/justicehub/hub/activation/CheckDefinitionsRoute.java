package cn.justicehub.hub.activation;

import cn.justicehub.hub.definitions.DefinitionActs;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Check definitions: what the folders would change, and everything that is wrong with them. Any body to a FolderReport. */
@Component
final class CheckDefinitionsRoute extends RouteBuilder {

    private final DefinitionActs definitions;

    CheckDefinitionsRoute(DefinitionActs definitions) {
        this.definitions = definitions;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(ActivationQuestion.CHECK).routeId("check-definitions").bean(definitions, "check()");
    }
}
