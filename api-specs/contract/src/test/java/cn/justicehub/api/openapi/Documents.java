package cn.justicehub.api.openapi;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What can be asked of an OpenAPI document. */
final class Documents {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Documents() {}

    /** An operation of a document: {@code "POST /v1/searches"} and its object. */
    record Operation(String where, JsonNode node) {
        String id() {
            return node.path("operationId").asString("");
        }
    }

    static List<Operation> operations(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                operations.add(new Operation(method.getKey() + " " + path.getKey(), method.getValue()));
            }
        }
        return operations;
    }

    /** Complaints of swagger-parser, references resolved. */
    static List<String> swaggerParserFaults(String document) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        options.setOaiAuthor(true);
        List<String> messages =
                new OpenAPIV3Parser().readContents(document, null, options).getMessages();
        return messages == null ? List.of() : messages;
    }

    /** Complaints of the OpenAPI Initiative's own schema, and of the JSON Schema meta-schema about the schema objects. */
    static List<String> metaSchemaFaults(JsonNode document) throws Exception {
        List<String> faults = new ArrayList<>();
        try (InputStream in =
                Objects.requireNonNull(Documents.class.getResourceAsStream("/oas-3.1/schema-2022-10-07.json"))) {
            REGISTRY.getSchema(in, InputFormat.JSON).validate(document).forEach(error -> faults.add(error.toString()));
        }
        Schema metaSchema = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        document.at("/components/schemas")
                .properties()
                .forEach(schema -> metaSchema
                        .validate(schema.getValue())
                        .forEach(error -> faults.add(schema.getKey() + ": " + error)));
        return faults;
    }

    /** Complaints about a body of the schema with this name in the document. */
    static List<Error> bodyFaults(JsonNode document, String schema, JsonNode body) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("$ref", "#/components/schemas/" + schema);
        root.set("components", document.path("components"));
        return REGISTRY.getSchema(root).validate(body);
    }
}
