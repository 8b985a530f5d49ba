package cn.justicehub.api.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One place in a payload, as its schema describes it. References are followed; what stands beside a reference counts before
 * what it refers to.
 */
final class SchemaView {

    static final String DEFINITIONS = "/exchanges/common/definitions.json#/$defs/";

    private final JsonNode schema;
    private final JsonNode definitions;

    private SchemaView(JsonNode schema, JsonNode definitions) {
        this.schema = schema;
        this.definitions = definitions;
    }

    /**
     * @param schema schema of the place
     * @param definitions the common definitions by name
     */
    static SchemaView of(JsonNode schema, JsonNode definitions) {
        String reference = schema.path("$ref").asString("");
        if (!reference.startsWith(DEFINITIONS)) {
            return new SchemaView(schema, definitions);
        }
        JsonNode target = definitions.path(reference.substring(DEFINITIONS.length()));
        ObjectNode merged =
                target.isObject() ? (ObjectNode) target.deepCopy() : ((ObjectNode) schema.deepCopy()).removeAll();
        schema.properties().stream()
                .filter(member -> !member.getKey().equals("$ref"))
                .forEach(member -> merged.set(member.getKey(), member.getValue()));
        return new SchemaView(merged, definitions);
    }

    Optional<SchemaView> member(String name) {
        return schema.path("properties").optional(name).map(member -> of(member, definitions));
    }

    Optional<SchemaView> items() {
        return schema.optional("items").map(items -> of(items, definitions));
    }

    /** The place at a pointer into the payload; array indices lead to the items. */
    Optional<SchemaView> at(JsonPointer pointer) {
        if (pointer.matches()) {
            return Optional.of(this);
        }
        Optional<SchemaView> next = type().equals("array") ? items() : member(pointer.getMatchingProperty());
        return next.flatMap(view -> view.at(pointer.tail()));
    }

    Optional<SchemaView> at(String pointer) {
        return at(JsonPointer.compile(pointer));
    }

    boolean requires(String member) {
        return schema.path("required")
                .valueStream()
                .anyMatch(name -> name.asString("").equals(member));
    }

    /** Whether every accepted payload has this place. */
    boolean alwaysHas(JsonPointer pointer) {
        if (pointer.matches()) {
            return true;
        }
        String name = pointer.getMatchingProperty();
        return requires(name)
                && member(name).map(view -> view.alwaysHas(pointer.tail())).orElse(false);
    }

    String type() {
        return text("type");
    }

    boolean isScalar() {
        return !type().equals("object") && !type().equals("array");
    }

    String format() {
        return text("format");
    }

    String title() {
        return text("title");
    }

    String codeList() {
        return text("x-code-list");
    }

    /** The codes of its code list; empty when it has none. */
    List<String> codes() {
        List<String> codes = new ArrayList<>();
        schema.path("enum").valueStream().forEach(code -> codes.add(code.asString("")));
        return codes;
    }

    JsonNode keyword(String name) {
        return schema.path(name);
    }

    private String text(String keyword) {
        return schema.path(keyword).asString("");
    }
}
