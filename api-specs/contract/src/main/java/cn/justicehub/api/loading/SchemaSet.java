package cn.justicehub.api.loading;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The payload schemas of a type by act, and the common definitions, with the code lists filled in. */
final class SchemaSet {

    static final String COMMON_FILE = "common/definitions.json";
    private static final String DEFS = "$defs";

    private final Map<String, JsonNode> byAct = new LinkedHashMap<>();
    private final JsonNode definitions;

    private SchemaSet(JsonNode definitions) {
        this.definitions = definitions;
    }

    /** Reads and checks them; a schema that is missing or broken is left out after its faults. */
    static SchemaSet read(
            StrictTrees trees, Faults faults, CodeLists codes, Set<String> formats, Collection<String> acts) {
        JsonNode definitions = trees.required(COMMON_FILE)
                .map(tree -> tree.path(DEFS))
                .orElseGet(JsonNodeFactory.instance::objectNode);
        SchemaProfile profile = new SchemaProfile(faults, codes, formats, definitions);
        Section root = new Section(faults, COMMON_FILE, "/" + DEFS, definitions);
        for (String name : definitions.propertyNames()) {
            Section definition = root.object(name);
            if (definition != null) {
                profile.check(definition);
            }
        }
        SchemaSet schemas = new SchemaSet(filled(definitions, codes));
        for (String act : acts) {
            trees.required(Names.schemaFile(act)).ifPresent(tree -> {
                profile.checkPayload(Names.schemaFile(act), tree);
                schemas.byAct.put(act, filled(tree, codes));
            });
        }
        return schemas;
    }

    /** The schema of the act's payload, or null when it has none. */
    @Nullable
    JsonNode schema(String act) {
        return byAct.get(act);
    }

    JsonNode definitions() {
        return definitions;
    }

    Optional<SchemaView> view(String act) {
        return Optional.ofNullable(byAct.get(act)).map(schema -> SchemaView.of(schema, definitions));
    }

    Collection<String> acts() {
        return byAct.keySet();
    }

    private static JsonNode filled(JsonNode schema, CodeLists codes) {
        JsonNode copy = schema.deepCopy();
        fill(copy, codes);
        return copy;
    }

    private static void fill(JsonNode node, CodeLists codes) {
        node.values().forEach(child -> fill(child, codes));
        Map<String, String> labels = codes.labels(node.path("x-code-list").asString(""));
        if (node instanceof ObjectNode object && labels != null) {
            ArrayNode values = object.putArray("enum");
            ArrayNode titles = object.putArray("x-enum-labels-zh");
            labels.forEach((code, label) -> {
                values.add(code);
                titles.add(label);
            });
        }
    }
}
