package cn.justicehub.hub.activation;

import cn.justicehub.hub.definitions.DefinitionActs;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Activate definitions: read who and why, bring the folders in force. Body: {@link ActivationQuestion} to a FolderReport. */
@Component
final class ActivateDefinitionsRoute extends RouteBuilder {

    private final DefinitionActs definitions;

    ActivateDefinitionsRoute(DefinitionActs definitions) {
        this.definitions = definitions;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(ActivationQuestion.ACTIVATE)
                .routeId("activate-definitions")
                .transform()
                .body(ActivationQuestion.class, ActivationQuestion::read)
                .bean(definitions, "activate");
    }
}
