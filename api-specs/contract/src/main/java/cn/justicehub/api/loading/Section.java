package cn.justicehub.api.loading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One object of a definition file, read member by member; what does not fit becomes a fault at its pointer. */
record Section(Faults faults, String file, String pointer, JsonNode node) {

    /** Faults for members that are not of these names, with a kinder word for those the language has but the hub not yet. */
    void allowOnly(Collection<String> known, Collection<String> notYet) {
        for (String name : node.propertyNames()) {
            if (notYet.contains(name)) {
                fault(name, "'" + name + "' is not supported yet");
            } else if (!known.contains(name)) {
                fault(name, "unknown member '" + name + "'");
            }
        }
    }

    boolean has(String name) {
        return node.has(name);
    }

    Optional<String> text(String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value.isString() && !value.stringValue().isBlank()) {
            return Optional.of(value.stringValue());
        }
        fault(name, "'" + name + "' must be a text");
        return Optional.empty();
    }

    Optional<String> required(String name) {
        if (!node.has(name)) {
            fault("", "'" + name + "' is missing");
        }
        return text(name);
    }

    /** A required text of this form; a fault and a blank when it is not. */
    String named(String name, Pattern form) {
        String value = required(name).orElse("");
        if (!value.isEmpty() && !form.matcher(value).matches()) {
            fault(name, "'" + value + "' must match " + form);
        }
        return value;
    }

    boolean flag(String name) {
        JsonNode value = node.get(name);
        if (value != null && !value.isBoolean()) {
            fault(name, "'" + name + "' must be true or false");
        }
        return value != null && value.booleanValue(false);
    }

    /** One text, or a list of texts without repetition; empty when absent. */
    Set<String> texts(String name) {
        JsonNode value = node.get(name);
        Set<String> texts = new LinkedHashSet<>();
        if (value != null) {
            for (JsonNode item : value.isArray() ? value.values() : List.of(value)) {
                if (!item.isString()) {
                    fault(name, "'" + name + "' must be a text or a list of texts");
                } else if (!texts.add(item.stringValue())) {
                    fault(name, "'" + item.stringValue() + "' is given twice");
                }
            }
        }
        return texts;
    }

    /** The member as an object, or null; a fault when it is something else. */
    @Nullable
    Section object(String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            fault(name, "'" + name + "' must have members");
            return null;
        }
        return new Section(faults, file, pointerTo(name), value);
    }

    /** The object members of an object member, by name. */
    Map<String, Section> objects(String name) {
        Section parent = object(name);
        Map<String, Section> children = new LinkedHashMap<>();
        if (parent != null) {
            for (String child : parent.node.propertyNames()) {
                Section section = parent.object(child);
                if (section != null) {
                    children.put(child, section);
                }
            }
        }
        return children;
    }

    /** The object items of an array member. */
    List<Section> items(String name) {
        JsonNode value = node.path(name);
        List<Section> items = new ArrayList<>();
        if (node.has(name) && !value.isArray()) {
            fault(name, "'" + name + "' must be a list");
        }
        for (int i = 0; i < value.size() && value.isArray(); i++) {
            if (value.get(i).isObject()) {
                items.add(new Section(faults, file, pointerTo(name) + "/" + i, value.get(i)));
            } else {
                faults.add(file, pointerTo(name) + "/" + i, "must have members");
            }
        }
        return items;
    }

    void fault(String name, String message) {
        faults.add(file, name.isEmpty() ? pointer : pointerTo(name), message);
    }

    String pointerTo(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
