package cn.justicehub.api.loading;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/**
 * The part of JSON Schema 2020-12 that payload schemas may use: closed objects, one type each, integers but no other
 * numbers, code lists by name, references only to the common definitions. What it leaves out is what generators of clients
 * get wrong, and what makes an error message unreadable.
 */
final class SchemaProfile {

    private static final Set<String> KEYWORDS = Set.of(
            "$schema",
            "$ref",
            "title",
            "description",
            "type",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "const",
            "format",
            "pattern",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "minItems",
            "maxItems",
            "uniqueItems",
            "x-code-list",
            "x-format-when");
    private static final Set<String> BESIDE_REFERENCE = Set.of("$ref", "title", "description", "x-format-when");
    private static final Set<String> TYPES = Set.of("object", "array", "string", "integer", "boolean");
    private static final Pattern CHINESE = Pattern.compile(".*[\\u4e00-\\u9fa5].*");

    private final Faults faults;
    private final CodeLists codes;
    private final Set<String> formats;
    private final JsonNode definitions;

    /**
     * @param formats what the keyword may name
     * @param definitions the common definitions by name
     */
    SchemaProfile(Faults faults, CodeLists codes, Set<String> formats, JsonNode definitions) {
        this.faults = faults;
        this.codes = codes;
        this.formats = formats;
        this.definitions = definitions;
    }

    /** Checks a payload's schema: an object at the top. */
    void checkPayload(String file, JsonNode schema) {
        if (!schema.path("type").asString("").equals("object")) {
            faults.add(file, "", "a payload must be of type object");
        }
        check(new Section(faults, file, "", schema));
    }

    void check(Section schema) {
        schema.node().propertyNames().stream()
                .filter(keyword -> !KEYWORDS.contains(keyword))
                .forEach(keyword -> schema.fault(keyword, refusal(keyword)));
        if (schema.has("$ref")) {
            checkReference(schema);
            return;
        }
        String type = schema.node().path("type").asString("");
        if (!TYPES.contains(type)) {
            schema.fault("type", "'type' must be one of object, array, string, integer, boolean");
        }
        switch (type) {
            case "object" -> checkObject(schema);
            case "array" -> checkArray(schema);
            case "string" -> checkString(schema);
            default -> {}
        }
    }

    private static String refusal(String keyword) {
        return switch (keyword) {
            case "if", "then", "else" -> "'" + keyword + "' is not in the profile: say it as a guard";
            case "oneOf", "anyOf", "allOf", "not" -> "'" + keyword + "' is not in the profile";
            case "enum" -> "'enum' is not in the profile: name a code list with 'x-code-list'";
            default -> "unknown keyword '" + keyword + "'";
        };
    }

    private void checkReference(Section schema) {
        String reference = schema.node().path("$ref").asString("");
        if (!reference.startsWith(SchemaView.DEFINITIONS)) {
            schema.fault("$ref", "'$ref' may only point to " + SchemaView.DEFINITIONS + "…");
        } else if (!definitions.has(reference.substring(SchemaView.DEFINITIONS.length()))) {
            schema.fault("$ref", "there is no common definition '" + reference + "'");
        }
        schema.node().propertyNames().stream()
                .filter(keyword -> KEYWORDS.contains(keyword) && !BESIDE_REFERENCE.contains(keyword))
                .forEach(keyword -> schema.fault(keyword, "'" + keyword + "' may not stand beside '$ref'"));
    }

    private void checkObject(Section schema) {
        JsonNode additional = schema.node().path("additionalProperties");
        if (!additional.isBoolean() || additional.booleanValue()) {
            schema.fault("", "an object must say 'additionalProperties: false'");
        }
        Map<String, Section> members = schema.objects("properties");
        for (String name : schema.texts("required")) {
            if (!members.containsKey(name)) {
                schema.fault("required", "'" + name + "' is required but not among the properties");
            }
        }
        members.values().forEach(member -> checkMember(member, members));
    }

    private void checkMember(Section member, Map<String, Section> siblings) {
        String title = SchemaView.of(member.node(), definitions).title();
        if (!CHINESE.matcher(title).matches()) {
            member.fault("", "a property needs a 'title' in Chinese");
        }
        Section when = member.object("x-format-when");
        if (when != null) {
            for (String sibling : when.node().propertyNames()) {
                checkCondition(when, sibling, siblings);
            }
        }
        check(member);
    }

    private void checkCondition(Section when, String sibling, Map<String, Section> siblings) {
        Section other = siblings.get(sibling);
        if (other == null) {
            when.fault(sibling, "there is no property '" + sibling + "' beside it");
            return;
        }
        Map<String, String> labels =
                codes.labels(SchemaView.of(other.node(), definitions).codeList());
        for (String code : when.texts(sibling)) {
            if (labels == null || !labels.containsKey(code)) {
                when.fault(sibling, "'" + code + "' is no code of '" + sibling + "'");
            }
        }
    }

    private void checkArray(Section schema) {
        Section items = schema.object("items");
        if (items == null) {
            schema.fault("", "an array must describe its 'items'");
        } else {
            check(items);
        }
    }

    private void checkString(Section schema) {
        schema.text("format")
                .filter(format -> !formats.contains(format))
                .ifPresent(format -> schema.fault("format", "unknown format '" + format + "'"));
        schema.text("x-code-list")
                .filter(list -> codes.labels(list) == null)
                .ifPresent(list -> schema.fault("x-code-list", "there is no code list '" + list + "'"));
        schema.text("pattern").ifPresent(pattern -> checkPattern(schema, pattern));
    }

    private static void checkPattern(Section schema, String pattern) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException broken) {
            schema.fault("pattern", "is no regular expression: " + broken.getDescription());
        }
    }
}
