package cn.justicehub.api.openapi;

import cn.justicehub.api.definition.Act;
import cn.justicehub.api.definition.ExchangeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes openapi.json from hub.yaml and the exchange types: the generic act operations give way to one typed operation per type
 * and act (acts that only the hub does are left out), and bodies that the server takes or gives as bytes show what they hold.
 * The same input gives the same bytes.
 */
public final class Expander {

    /** Marks a generic act operation: {@code open} or {@code later}. */
    static final String GENERIC = "x-generic-act";

    private static final String BYTES_OF = "x-bytes-of";

    private final ObjectNode document;
    private final List<TypeDefinition> types;
    private final Schemas schemas;

    private Expander(JsonNode hub, Collection<TypeDefinition> types) {
        this.document = (ObjectNode) hub.deepCopy();
        this.types = types.stream()
                .sorted(Comparator.comparing(definition -> definition.type().name()))
                .toList();
        this.schemas = new Schemas(document.withObjectProperty("components").withObjectProperty("schemas"));
    }

    /**
     * The expanded document, UTF-8.
     *
     * @param hub hub.yaml as a tree; not changed
     * @param types the types in force, one version each, in any order
     * @throws IllegalArgumentException when two types or acts would get the same name, or a reference leads nowhere
     */
    public static byte[] expand(JsonNode hub, Collection<TypeDefinition> types) {
        return new Expander(hub, types).expand();
    }

    private byte[] expand() {
        document.set("paths", expandedPaths());
        types.forEach(definition -> document.withArrayProperty("tags")
                .addObject()
                .put("name", definition.type().name())
                .put("description", definition.type().titleZh()));
        showBytes(document);
        requireOneOperationPerId();
        return JsonMapper.builder()
                .defaultPrettyPrinter(printer())
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(document);
    }

    private ObjectNode expandedPaths() {
        ObjectNode paths = document.objectNode();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            ObjectNode rest = (ObjectNode) path.getValue().deepCopy();
            for (String method : List.copyOf(rest.propertyNames())) {
                String generic = rest.path(method).path(GENERIC).asString("");
                if (!generic.isEmpty()) {
                    addTyped(paths, path.getKey(), method, generic.equals("open"), rest.required(method));
                    rest.remove(method);
                }
            }
            if (!rest.isEmpty()) {
                paths.set(path.getKey(), rest);
            }
        }
        return paths;
    }

    private void addTyped(ObjectNode paths, String path, String method, boolean opening, JsonNode generic) {
        for (TypeDefinition definition : types) {
            ExchangeType type = definition.type();
            ActOperations operations = new ActOperations(definition, schemas);
            for (Act act : agencyActs(type, opening)) {
                String literal = path.replace("{type}", type.name()).replace("{act}", act.name());
                if (paths.has(literal)) {
                    throw new IllegalArgumentException("two acts want the path " + literal);
                }
                paths.putObject(literal).set(method, operations.typed(act, generic));
            }
        }
    }

    private void requireOneOperationPerId() {
        Set<String> ids = new HashSet<>();
        for (JsonNode path : document.path("paths")) {
            for (JsonNode operation : path) {
                String id = operation.path("operationId").asString("");
                if (!ids.add(id)) {
                    throw new IllegalArgumentException("two operations want the id " + id);
                }
            }
        }
    }

    private static List<Act> agencyActs(ExchangeType type, boolean opening) {
        List<Act> acts = new ArrayList<>(type.acts().values());
        acts.removeIf(act -> act.opens() != opening || act.by().contains(Act.HUB));
        return acts;
    }

    private static void showBytes(JsonNode node) {
        if (node instanceof ObjectNode object && object.path(BYTES_OF).isString()) {
            String shown = object.path(BYTES_OF).stringValue();
            object.removeAll();
            object.put("$ref", shown);
        }
        node.forEach(Expander::showBytes);
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(Separators.createDefaultInstance())
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
    }
}
