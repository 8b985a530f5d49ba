package cn.justicehub.api.openapi;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas of one OpenAPI document. Schemas of acts come in with references into the common definitions (or into their own
 * {@code $defs}); what they refer to comes in with them, once, and the references are rewritten.
 */
final class Schemas {

    private static final String PREFIX = "#/components/schemas/";
    private static final String REF = "$ref";

    private final ObjectNode components;
    private final JsonNode definitions;
    private final Set<String> reserved = new HashSet<>();
    private final Map<JsonNode, String> hoisted = new HashMap<>();

    /**
     * @param components the document's own schemas, to which others are added
     * @param definitions the common definitions, a JSON Schema document
     */
    Schemas(ObjectNode components, JsonNode definitions) {
        this.components = components;
        this.definitions = definitions;
        components.propertyNames().forEach(reserved::add);
    }

    static String ref(String name) {
        return PREFIX + name;
    }

    /** A copy of a schema that the document has itself. */
    ObjectNode copyOf(String name) {
        return (ObjectNode) components.required(name).deepCopy();
    }

    /**
     * Adds a schema whose references are into this document already.
     *
     * @throws IllegalArgumentException when the name is taken
     */
    void add(String name, JsonNode schema) {
        if (components.has(name)) {
            throw new IllegalArgumentException("two schemas want the name " + name);
        }
        components.set(name, schema);
    }

    /**
     * Adds a copy of an act's schema, and what it refers to.
     *
     * @throws IllegalArgumentException when the name is taken or a reference leads nowhere
     */
    void addWithDefinitions(String name, JsonNode schema) {
        ObjectNode own = (ObjectNode) schema.deepCopy();
        add(name, own);
        own.remove(List.of("$schema", "$id", "$defs"));
        rewrite(own, schema);
    }

    private void rewrite(JsonNode node, JsonNode document) {
        if (node instanceof ObjectNode object && object.path(REF).isString()) {
            object.put(REF, ref(hoist(object.path(REF).stringValue(), document)));
        }
        node.forEach(child -> rewrite(child, document));
    }

    private String hoist(String reference, JsonNode document) {
        String pointer = reference.substring(reference.indexOf('#') + 1);
        JsonNode home = reference.startsWith("#") && !document.at(pointer).isMissingNode() ? document : definitions;
        JsonNode target = home.at(pointer);
        if (pointer.isEmpty() || target.isMissingNode()) {
            throw new IllegalArgumentException("no definition at " + reference);
        }
        String known = hoisted.get(target);
        if (known != null) {
            return known;
        }
        String plain = Names.pascal(pointer.substring(pointer.lastIndexOf('/') + 1));
        String name = reserved.contains(plain) ? "Common" + plain : plain;
        hoisted.put(target, name);
        JsonNode own = target.deepCopy();
        add(name, own);
        rewrite(own, home);
        return name;
    }
}
