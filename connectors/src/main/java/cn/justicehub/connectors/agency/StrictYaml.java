package cn.justicehub.connectors.agency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads YAML into maps, lists and texts. Every scalar stays the text that was written (so that {@code 0106} is not a number);
 * what YAML would let pass in silence (a repeated key, an alias, a second document) is a fault.
 */
final class StrictYaml {

    private static final YAMLFactory YAML = new YAMLFactory();

    private final YAMLParser parser;
    private final FaultLog faults;

    private StrictYaml(YAMLParser parser, FaultLog faults) {
        this.parser = parser;
        this.faults = faults;
    }

    /** The mapping that the file holds; empty, with a fault, when it holds none. */
    static Map<String, @Nullable Object> parse(byte[] bytes, FaultLog faults) {
        try (JsonParser parser = YAML.createParser(ObjectReadContext.empty(), bytes)) {
            return new StrictYaml((YAMLParser) parser, faults).document();
        } catch (JacksonException e) {
            faults.add(
                    "",
                    "is not readable YAML: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""));
            return Map.of();
        }
    }

    private Map<String, @Nullable Object> document() {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            faults.add("", "must be a mapping of names to values");
            return Map.of();
        }
        Map<String, @Nullable Object> map = mapping("");
        if (parser.nextToken() != null) {
            faults.add("", "must be a single YAML document");
        }
        return map;
    }

    private Map<String, @Nullable Object> mapping(String pointer) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            String at = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
            parser.nextToken();
            Object value = value(at);
            if (map.containsKey(key)) {
                faults.add(at, "is given twice");
            }
            map.putIfAbsent(key, value);
        }
        return map;
    }

    private List<@Nullable Object> sequence(String pointer) {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(pointer + "/" + list.size()));
        }
        return list;
    }

    private @Nullable Object value(String pointer) {
        if (parser.isCurrentAlias()) {
            faults.add(pointer, "must be written out: aliases are not allowed");
            return null;
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return mapping(pointer);
        }
        if (token == JsonToken.START_ARRAY) {
            return sequence(pointer);
        }
        return token == JsonToken.VALUE_NULL ? null : parser.getString();
    }
}
