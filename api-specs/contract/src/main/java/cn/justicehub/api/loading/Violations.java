package cn.justicehub.api.loading;

import cn.justicehub.api.format.FormatCheck;
import cn.justicehub.api.violation.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Says a validator's errors in the hub's words. A message names the field, and what the schema wants of it; never what
 * the sender wrote there.
 */
final class Violations {

    private static final String ROOT = "/payload";
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

    private final SchemaView view;
    private final Map<String, FormatCheck> formats;

    Violations(SchemaView view, Map<String, FormatCheck> formats) {
        this.view = view;
        this.formats = formats;
    }

    /** One violation for each field and code, by field. A field of the wrong type has no other violation. */
    List<Violation> of(List<com.networknt.schema.Error> errors, JsonNode payload) {
        Set<String> mistyped = errors.stream()
                .filter(error -> error.getKeyword().equals("type"))
                .map(error -> error.getInstanceLocation().toString())
                .collect(Collectors.toSet());
        Map<String, Violation> found = new TreeMap<>();
        for (com.networknt.schema.Error error : errors) {
            String place = error.getInstanceLocation().toString();
            boolean applies = error.getKeyword().equals("type") || !mistyped.contains(place);
            if (applies && (!error.getKeyword().equals("format") || formatApplies(place, payload))) {
                Violation violation = violation(error, place);
                found.putIfAbsent(violation.field() + "\n" + violation.code(), violation);
            }
        }
        return List.copyOf(found.values());
    }

    private Violation violation(com.networknt.schema.Error error, String place) {
        return switch (error.getKeyword()) {
            case "required" -> missing(place + "/" + error.getProperty());
            case "additionalProperties" -> unknown(place, error.getProperty());
            case "format" -> badFormat(place);
            case "enum", "const" -> badCode(place);
            default -> unmet(place, error.getKeyword());
        };
    }

    private Violation missing(String place) {
        return say("E-SCHEMA", place, "必须填写", "is missing");
    }

    /** Names the unknown member only if it looks like a name, for it comes from the sender. */
    private Violation unknown(String parent, @Nullable String name) {
        boolean plain = name != null && PLAIN_NAME.matcher(name).matches();
        return plain
                ? say("E-SCHEMA", parent + "/" + name, "不是允许的字段", "is not a member of the schema")
                : say("E-SCHEMA", parent, "含有不允许的字段", "has a member that is not in the schema");
    }

    private Violation badFormat(String place) {
        FormatCheck format = place(place).map(at -> formats.get(at.format())).orElse(null);
        return format == null
                ? unmet(place, "format")
                : say(format.code(), place, "格式不正确：应为" + format.expectedZh(), "must be " + format.expected());
    }

    private Violation badCode(String place) {
        String list = place(place).map(SchemaView::codeList).orElse("");
        return list.isEmpty()
                ? say("E-CODE", place, "不是规定的代码", "is not the code that is asked for here")
                : say("E-CODE", place, "不是" + list + "中此处可用的代码", "is not a code of " + list + " that may stand here");
    }

    private Violation unmet(String place, String keyword) {
        String wanted = place(place).map(at -> at.keyword(keyword).asString("")).orElse("");
        return switch (keyword) {
            case "type" -> say("E-SCHEMA", place, "类型不正确：应为" + typeZh(wanted), "must be of type " + wanted);
            case "pattern" -> say("E-SCHEMA", place, "格式不正确", "must match " + wanted);
            case "minLength" ->
                say("E-SCHEMA", place, "过短：至少" + wanted + "个字符", "must have at least " + wanted + " characters");
            case "maxLength" ->
                say("E-SCHEMA", place, "过长：至多" + wanted + "个字符", "must have at most " + wanted + " characters");
            case "minItems" ->
                say("E-SCHEMA", place, "过少：至少" + wanted + "项", "must have at least " + wanted + " items");
            case "maxItems" -> say("E-SCHEMA", place, "过多：至多" + wanted + "项", "must have at most " + wanted + " items");
            case "minimum" -> say("E-SCHEMA", place, "过小：不得小于" + wanted, "must be at least " + wanted);
            case "maximum" -> say("E-SCHEMA", place, "过大：不得大于" + wanted, "must be at most " + wanted);
            case "uniqueItems" -> say("E-SCHEMA", place, "含有重复项", "must not repeat an item");
            default -> say("E-SCHEMA", place, "不符合要求", "does not meet '" + keyword + "'");
        };
    }

    private static String typeZh(String type) {
        return switch (type) {
            case "string" -> "文字";
            case "integer" -> "整数";
            case "boolean" -> "是或否";
            case "array" -> "列表";
            default -> "一组字段";
        };
    }

    private Violation say(String code, String place, String zh, String english) {
        String field = ROOT + place;
        String named = title(place);
        return Violation.of(code, field, named + "(" + field + ")" + zh, field + " " + english);
    }

    /** Title of the place, or of the list it is in. */
    private String title(String place) {
        String title = place(place).map(SchemaView::title).orElse("");
        if (!title.isEmpty() || place.isEmpty()) {
            return title.isEmpty() ? "报文内容" : title;
        }
        return title(place.substring(0, place.lastIndexOf('/')));
    }

    /** Whether the format is asked for: always, or where a sibling has one of the codes of {@code x-format-when}. */
    private boolean formatApplies(String place, JsonNode payload) {
        JsonNode when = place(place)
                .map(at -> at.keyword("x-format-when"))
                .filter(JsonNode::isObject)
                .orElse(null);
        if (when == null) {
            return true;
        }
        JsonNode parent = payload.at(JsonPointer.compile(place).head());
        return when.properties().stream()
                .allMatch(sibling ->
                        sibling.getValue().valueStream().anyMatch(code -> code.equals(parent.path(sibling.getKey()))));
    }

    private Optional<SchemaView> place(String pointer) {
        return view.at(pointer);
    }
}
