package cn.justicehub.api.loading;

import cn.justicehub.api.definition.PayloadCheck;
import cn.justicehub.api.format.FormatCheck;
import cn.justicehub.api.format.Verdict;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.PathType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Compiles the schemas of one type into payload checks; nothing is ever fetched from a network. */
final class ValidatorFactory {

    /** Where the formats leave their warnings while one payload is checked. */
    static final Object WARNINGS = "warnings";

    private static final String BASE = "https://schemas.invalid";
    private static final List<String> ANNOTATIONS = List.of("x-code-list", "x-enum-labels-zh", "x-format-when");

    private final SchemaSet schemas;
    private final Map<String, FormatCheck> formats;
    private final SchemaRegistry registry;

    ValidatorFactory(SchemaSet schemas, Map<String, FormatCheck> formats) {
        this.schemas = schemas;
        this.formats = formats;
        String definitions = JsonMapper.shared()
                .writeValueAsString(JsonNodeFactory.instance.objectNode().set("$defs", schemas.definitions()));
        String location = BASE + SchemaView.DEFINITIONS.substring(0, SchemaView.DEFINITIONS.indexOf('#'));
        this.registry = SchemaRegistry.withDialect(
                dialect(),
                registry -> registry.schemas(Map.of(location, definitions))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .pathType(PathType.JSON_POINTER)
                                .build()));
    }

    PayloadCheck check(String act) {
        JsonNode node = Objects.requireNonNull(schemas.schema(act), act);
        Schema schema = registry.getSchema(SchemaLocation.of(BASE + "/" + Names.schemaFile(act)), node);
        schema.initializeValidators();
        return new SchemaPayloadCheck(schema, SchemaView.of(node, schemas.definitions()), formats);
    }

    private Dialect dialect() {
        Dialect.Builder builder = Dialect.builder(Dialects.getDraft202012());
        formats.values().forEach(format -> builder.format(new Adapter(format)));
        ANNOTATIONS.forEach(keyword -> builder.keyword(new NonValidationKeyword(keyword)));
        return builder.build();
    }

    private record Adapter(FormatCheck format) implements Format {

        @Override
        public String getName() {
            return format.name();
        }

        @Override
        public boolean matches(ExecutionContext context, String value) {
            Verdict verdict = format.check(value);
            Set<String> warnings = context.getCollectorContext().get(WARNINGS);
            if (warnings != null) {
                warnings.addAll(verdict.warnings());
            }
            return verdict.valid();
        }
    }
}
