package cn.justicehub.api.loading;

import cn.justicehub.api.definition.PayloadCheck;
import cn.justicehub.api.format.FormatCheck;
import cn.justicehub.api.violation.Findings;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Checks payloads with the JSON Schema validator and turns its errors into the hub's violations. */
final class SchemaPayloadCheck implements PayloadCheck {

    private final Schema schema;
    private final SchemaView view;
    private final Violations violations;
    private final Map<String, FormatCheck> formats;
    /** Formats of the places that were asked for: the pointers that a definition names, so there are few. */
    private final Map<String, Optional<FormatCheck>> byPointer = new ConcurrentHashMap<>();

    SchemaPayloadCheck(Schema schema, SchemaView view, Map<String, FormatCheck> formats) {
        this.schema = schema;
        this.view = view;
        this.formats = Map.copyOf(formats);
        this.violations = new Violations(view, this.formats);
    }

    @Override
    public Findings check(JsonNode payload) {
        Set<String> warnings = new LinkedHashSet<>();
        List<com.networknt.schema.Error> errors = schema.validate(
                payload,
                (ExecutionContext context) -> context.getCollectorContext().put(ValidatorFactory.WARNINGS, warnings));
        return new Findings(violations.of(errors, payload), List.copyOf(warnings));
    }

    @Override
    public JsonNode schema() {
        return schema.getSchemaNode().deepCopy();
    }

    @Override
    public String normalise(String pointer, String value) {
        FormatCheck format = byPointer.computeIfAbsent(pointer, this::format).orElse(null);
        return format == null || !format.check(value).valid() ? value : format.normalise(value);
    }

    private Optional<FormatCheck> format(String pointer) {
        return view.at(pointer).map(place -> formats.get(place.format()));
    }
}
