package cn.justicehub.api.openapi;

import cn.justicehub.api.definition.Act;
import cn.justicehub.api.definition.ExchangeType;
import java.util.Collection;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Typed operations of one exchange type, each made from a generic act operation of hub.yaml. */
final class ActOperations {

    private static final String PARAMETERS = "parameters";

    private final TypeDefinition definition;
    private final ExchangeType type;
    private final Schemas schemas;

    ActOperations(TypeDefinition definition, Schemas schemas) {
        this.definition = definition;
        this.type = definition.type();
        this.schemas = schemas;
    }

    /** The generic operation as the operation of this act; adds the schemas of its body and payload. */
    ObjectNode typed(Act act, JsonNode generic) {
        schemas.addWithDefinitions(Names.payload(type.name(), act.name()), definition.payloadSchema(act));
        schemas.add(Names.body(type.name(), act.name()), body(act));
        ObjectNode operation = (ObjectNode) generic.deepCopy();
        operation.remove(Expander.GENERIC);
        operation.putArray("tags").add(type.name());
        operation.put("operationId", Names.operation(type.name(), act.name()));
        operation.put("summary", act.titleZh());
        operation.put("description", description(act));
        dropLiterals(operation);
        operation
                .withObjectProperty("requestBody")
                .withObjectProperty("content")
                .withObjectProperty("application/json")
                .putObject("schema")
                .put("$ref", Schemas.ref(Names.body(type.name(), act.name())));
        return operation
                .put("x-exchange-type", type.name())
                .put("x-type-version", type.version())
                .put("x-act", act.name());
    }

    private ObjectNode body(Act act) {
        ObjectNode body = schemas.copyOf("ActBody");
        body.put("description", act.titleZh());
        ObjectNode properties = body.withObjectProperty("properties");
        ArrayNode required = body.withArrayProperty("required");
        properties.putObject("payload").put("$ref", Schemas.ref(Names.payload(type.name(), act.name())));
        if (act.opens()) {
            required.add("schemaVersion");
            properties
                    .withObjectProperty("schemaVersion")
                    .put("minimum", type.version())
                    .put("maximum", type.version());
        } else {
            properties.remove("schemaVersion");
        }
        if (act.person()) {
            required.add("actor");
        }
        return body;
    }

    private static String description(Act act) {
        String to = act.to().isEmpty() ? "to nobody" : "to " + sorted(act.to());
        String person = act.person() ? "; a person must act" : "";
        return "%s. By %s, %s%s.".formatted(act.exchangeCode(), sorted(act.by()), to, person);
    }

    private static String sorted(Collection<String> names) {
        return String.join(", ", new TreeSet<>(names));
    }

    /** The path of a typed operation spells type and act out, so they are no parameters any more. */
    private static void dropLiterals(ObjectNode operation) {
        ArrayNode kept = operation.arrayNode();
        for (JsonNode parameter : operation.path(PARAMETERS)) {
            String ref = parameter.path("$ref").asString("");
            if (!ref.endsWith("/type") && !ref.endsWith("/act")) {
                kept.add(parameter);
            }
        }
        if (kept.isEmpty()) {
            operation.remove(PARAMETERS);
        } else {
            operation.set(PARAMETERS, kept);
        }
    }
}
