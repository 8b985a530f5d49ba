package cn.justicehub.api.openapi;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schemas of one OpenAPI document. An act's schema comes in with the definitions it refers to; a definition that several
 * acts share comes in once.
 */
final class Schemas {

    private static final String COMPONENTS = "#/components/schemas/";
    private static final String DEFINITIONS = "#/$defs/";
    private static final String REF = "$ref";

    private final ObjectNode components;
    private final Set<String> contractNames = new HashSet<>();
    private final Map<Definition, String> hoisted = new HashMap<>();

    /** A definition as it is in the end: its name, and its content with every reference followed. */
    private record Definition(String name, JsonNode content) {}

    /** @param components the contract's own schemas, to which others are added */
    Schemas(ObjectNode components) {
        this.components = components;
        this.contractNames.addAll(components.propertyNames());
    }

    static String ref(String name) {
        return COMPONENTS + name;
    }

    /** A copy of one of the contract's own schemas. */
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
     * Adds a copy of a self-contained schema, and the definitions it refers to.
     *
     * @throws IllegalArgumentException when the name is taken or a reference leads nowhere
     */
    void addWithDefinitions(String name, JsonNode schema) {
        ObjectNode own = (ObjectNode) schema.deepCopy();
        own.remove(List.of("$schema", "$id", "$defs"));
        add(name, own);
        rewrite(own, schema.path("$defs"));
    }

    private void rewrite(JsonNode node, JsonNode definitions) {
        if (node instanceof ObjectNode object && object.path(REF).isString()) {
            object.put(REF, ref(hoist(definition(object.path(REF).stringValue()), definitions)));
        }
        node.forEach(child -> rewrite(child, definitions));
    }

    private String hoist(String definition, JsonNode definitions) {
        JsonNode target = definitions.path(definition);
        if (target.isMissingNode()) {
            throw new IllegalArgumentException("there is no definition '" + definition + "'");
        }
        Definition key = new Definition(definition, followed(target, definitions, Set.of()));
        String known = hoisted.get(key);
        if (known != null) {
            return known;
        }
        String name = freeName(Names.pascal(definition));
        hoisted.put(key, name);
        JsonNode own = target.deepCopy();
        add(name, own);
        rewrite(own, definitions);
        return name;
    }

    private String freeName(String wanted) {
        String base = contractNames.contains(wanted) ? "Common" + wanted : wanted;
        String name = base;
        for (int next = 2; components.has(name); next++) {
            name = base + next;
        }
        return name;
    }

    /** A copy with what each reference leads to in its place; a reference to where one already is stays. */
    private static JsonNode followed(JsonNode node, JsonNode definitions, Set<String> trail) {
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(item -> copy.add(followed(item, definitions, trail)));
            return copy;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode copy = object.objectNode();
        object.properties()
                .forEach(member -> copy.set(member.getKey(), followed(member.getValue(), definitions, trail)));
        if (object.path(REF).isString()) {
            String name = definition(object.path(REF).stringValue());
            if (!trail.contains(name)) {
                Set<String> longer = new HashSet<>(trail);
                longer.add(name);
                copy.set(REF, followed(definitions.path(name), definitions, longer));
            }
        }
        return copy;
    }

    private static String definition(String reference) {
        if (!reference.startsWith(DEFINITIONS)) {
            throw new IllegalArgumentException("a reference out of its schema: " + reference);
        }
        return reference.substring(DEFINITIONS.length());
    }
}
