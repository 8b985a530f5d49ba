package cn.justicehub.connectors.agency;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One mapping of a YAML file, read by name. A value that is not what it should be is a fault, and reads as its default. */
final class Section {

    private final Map<String, @Nullable Object> values;
    private final String pointer;
    private final FaultLog faults;

    Section(Map<String, @Nullable Object> values, String pointer, FaultLog faults) {
        this.values = values;
        this.pointer = pointer;
        this.faults = faults;
    }

    /** Makes every name outside {@code known} a fault. */
    Section only(String... known) {
        Set<String> unknown = new TreeSet<>(values.keySet());
        List.of(known).forEach(unknown::remove);
        unknown.forEach(name -> fault(name, "is not known here; known are " + String.join(", ", known)));
        return this;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Set<String> names() {
        return values.keySet();
    }

    void fault(String name, String message) {
        faults.add(
                name.isEmpty()
                        ? pointer
                        : pointer + "/" + name.replace("~", "~0").replace("/", "~1"),
                message);
    }

    /** The text under a name, or the empty text with a fault. */
    String text(String name) {
        if (values.get(name) instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        fault(name, has(name) ? "must be a text that is not empty" : "is missing");
        return "";
    }

    String text(String name, String absent) {
        return has(name) ? text(name) : absent;
    }

    /** A text that must match; {@code expected} says how, in words. */
    String matching(String name, String regex, String expected) {
        String text = text(name);
        if (!text.isEmpty() && !text.matches(regex)) {
            fault(name, "must be " + expected);
        }
        return text;
    }

    String oneOf(String name, Set<String> allowed, String absent) {
        String text = text(name, absent);
        if (has(name) && !text.isEmpty() && !allowed.contains(text)) {
            fault(name, "must be one of " + String.join(", ", new TreeSet<>(allowed)));
            return absent;
        }
        return text;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object value : list(name)) {
            if (value instanceof String text && !text.isBlank()) {
                texts.add(text.strip());
            } else {
                fault(name, "must be a list of texts");
            }
        }
        return texts;
    }

    int number(String name, int absent, int min, int max) {
        if (!has(name)) {
            return absent;
        }
        String text = text(name);
        if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= min && Integer.parseInt(text) <= max) {
            return Integer.parseInt(text);
        }
        fault(name, "must be a whole number from " + min + " to " + max);
        return absent;
    }

    Duration duration(String name, Duration absent, Duration min, Duration max) {
        if (!has(name)) {
            return absent;
        }
        try {
            Duration duration = Duration.parse(text(name));
            if (duration.compareTo(min) >= 0 && duration.compareTo(max) <= 0) {
                return duration;
            }
        } catch (DateTimeException malformed) {
            // the same fault as one out of range
        }
        fault(name, "must be an ISO 8601 duration from " + min + " to " + max);
        return absent;
    }

    @Nullable
    OffsetDateTime time(String name) {
        try {
            return OffsetDateTime.parse(text(name));
        } catch (DateTimeException malformed) {
            fault(name, "must be a time with its offset, such as 2026-11-25T08:00:00+08:00");
            return null;
        }
    }

    /** The mapping under a name; an empty one when it is absent. */
    Section section(String name) {
        return asSection(name, has(name) ? values.get(name) : Map.of());
    }

    List<Section> sections(String name) {
        List<Section> sections = new ArrayList<>();
        for (Object value : list(name)) {
            sections.add(asSection(name + "/" + sections.size(), value));
        }
        return sections;
    }

    @SuppressWarnings("unchecked")
    private Section asSection(String at, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new Section((Map<String, @Nullable Object>) map, pointer + "/" + at, faults);
        }
        faults.add(pointer + "/" + at, "must be a mapping of names to values");
        return new Section(Map.of(), pointer + "/" + at, FaultLog.of(""));
    }

    private List<?> list(String name) {
        Object value = has(name) ? values.get(name) : List.of();
        if (value instanceof List<?> list) {
            return list;
        }
        fault(name, "must be a list");
        return List.of();
    }
}
