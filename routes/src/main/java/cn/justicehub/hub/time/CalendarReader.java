package cn.justicehub.hub.time;

import cn.justicehub.hub.time.CalendarYear.OffDays;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the text of one {@code <year>.yaml} and tells every fault in it, each beginning with the file's name. */
final class CalendarReader {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Set<String> KEYS = Set.of("year", "notice", "source", "off", "work");
    private static final Set<String> OFF_KEYS = Set.of("name", "from", "to");

    private final Consumer<String> faults;
    private boolean faulty;

    private CalendarReader(Consumer<String> faults) {
        this.faults = faults;
    }

    /** The year, or empty after at least one fault. */
    static Optional<CalendarYear> read(String file, int year, String yaml, Consumer<String> faults) {
        CalendarReader reader = new CalendarReader(fault -> faults.accept(file + ": " + fault));
        try {
            return reader.year(year, YAML.readTree(yaml));
        } catch (JacksonException e) {
            reader.fault("is not YAML: " + e.getOriginalMessage());
            return Optional.empty();
        }
    }

    private Optional<CalendarYear> year(int year, JsonNode root) {
        keys("", root, KEYS);
        if (!root.isObject()) {
            return Optional.empty();
        }
        JsonNode named = root.path("year");
        if (!named.isInt() || named.intValue() != year) {
            fault("/year must be " + year + ", as the file's name says");
        }
        String notice = text(root, "", "notice");
        String source = text(root, "", "source");
        List<OffDays> off = off(root.path("off"));
        List<LocalDate> work = work(root.path("work"));
        Contradictions.of(year, off, work).forEach(this::fault);
        return faulty ? Optional.empty() : Optional.of(new CalendarYear(year, notice, source, off, work));
    }

    private List<OffDays> off(JsonNode list) {
        List<OffDays> off = new ArrayList<>();
        if (!list.isArray() || list.isEmpty()) {
            fault("/off must list at least one holiday");
            return off;
        }
        for (int i = 0; i < list.size(); i++) {
            String at = "/off/" + i;
            JsonNode item = list.get(i);
            if (keys(at, item, OFF_KEYS)) {
                String name = text(item, at, "name");
                LocalDate from = date(item.path("from"), at + "/from");
                LocalDate to = date(item.path("to"), at + "/to");
                if (from != null && to != null) {
                    off.add(new OffDays(name, from, to));
                }
            }
        }
        return off;
    }

    private List<LocalDate> work(JsonNode list) {
        List<LocalDate> work = new ArrayList<>();
        if (!list.isArray()) {
            fault("/work must be a list, empty if there is no make-up day");
        }
        for (int i = 0; list.isArray() && i < list.size(); i++) {
            LocalDate day = date(list.get(i), "/work/" + i);
            if (day != null) {
                work.add(day);
            }
        }
        return work;
    }

    private boolean keys(String at, JsonNode node, Set<String> known) {
        if (!node.isObject()) {
            fault((at.isEmpty() ? "the document" : at) + " must be a map");
            return false;
        }
        node.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> fault(at + "/" + name + " is not a known key"));
        return true;
    }

    private String text(JsonNode node, String at, String name) {
        String text = node.path(name).stringValue("");
        if (text.isBlank()) {
            fault(at + "/" + name + " must be text");
        }
        return text;
    }

    private @Nullable LocalDate date(JsonNode node, String at) {
        try {
            return LocalDate.parse(node.stringValue(""));
        } catch (DateTimeException e) {
            fault(at + " must be a date, YYYY-MM-DD");
            return null;
        }
    }

    private void fault(String fault) {
        faulty = true;
        faults.accept(fault);
    }
}
