package cn.justicehub.api.openapi;

import cn.justicehub.api.definition.Act;
import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.loading.DefinitionFaults;
import cn.justicehub.api.loading.ExchangeTypeLoader;
import cn.justicehub.api.loading.FolderContent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An exchange type with what the schemas of its acts refer to.
 *
 * @param type the type
 * @param commonDefinitions the common definitions by name, code lists filled in
 */
public record TypeDefinition(ExchangeType type, JsonNode commonDefinitions) {

    private static final String REF = "$ref";
    private static final String DEFS = "$defs";
    private static final String INTO_DEFS = "#/" + DEFS + "/";

    public TypeDefinition {
        commonDefinitions = commonDefinitions.deepCopy();
    }

    /**
     * Loads a type's folder.
     *
     * @throws DefinitionFaults with everything that is wrong with it
     */
    public static TypeDefinition load(ExchangeTypeLoader loader, FolderContent folder) throws DefinitionFaults {
        return new TypeDefinition(loader.load(folder), loader.commonDefinitions(folder));
    }

    @Override
    public JsonNode commonDefinitions() {
        return commonDefinitions.deepCopy();
    }

    /**
     * The schema of an act's payload as a document that needs no other: the common definitions it uses lie under its own
     * {@code $defs}.
     *
     * @throws IllegalArgumentException when a reference leads nowhere
     */
    public JsonNode payloadSchema(Act act) {
        ObjectNode schema = (ObjectNode) act.payload().schema().deepCopy();
        ObjectNode used = schema.objectNode();
        collect(schema, used);
        if (!used.isEmpty()) {
            schema.set(DEFS, used);
        }
        return schema;
    }

    private void collect(JsonNode node, ObjectNode used) {
        if (node instanceof ObjectNode object && object.path(REF).isString()) {
            String reference = object.path(REF).stringValue();
            String name = reference.substring(reference.indexOf(INTO_DEFS) + INTO_DEFS.length());
            if (!reference.contains(INTO_DEFS) || !commonDefinitions.has(name)) {
                throw new IllegalArgumentException("there is no common definition '" + reference + "'");
            }
            object.put(REF, INTO_DEFS + name);
            if (!used.has(name)) {
                JsonNode definition = commonDefinitions.path(name).deepCopy();
                used.set(name, definition);
                collect(definition, used);
            }
        }
        node.forEach(child -> collect(child, used));
    }
}
