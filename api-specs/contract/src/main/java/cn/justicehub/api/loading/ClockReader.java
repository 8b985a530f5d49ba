package cn.justicehub.api.loading;

import cn.justicehub.api.definition.ClockRule.Count;
import cn.justicehub.api.definition.ClockRule.Due;
import cn.justicehub.api.definition.ClockRule.Start;
import cn.justicehub.api.definition.ClockRule.Step;
import cn.justicehub.api.definition.ClockRule.Unit;
import cn.justicehub.api.loading.TypeDraft.ClockDraft;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one clock of {@code type.yaml}. */
final class ClockReader {

    private static final List<String> KNOWN = List.of(
            "owes",
            "start",
            "before",
            "stop",
            "pause",
            "count",
            "unless",
            "due",
            "ladder",
            "article",
            "mark",
            "validFrom");
    private static final Pattern START =
            Pattern.compile("(?<event>accepted|received|entered|date) (?<name>\\S+)(?: (?<pointer>/\\S+))?");
    private static final Pattern COUNT = Pattern.compile("(?<value>[1-9][0-9]{0,3})(?<unit>[HDWMY])");
    private static final Pattern MARK = Pattern.compile("[ABCH]");
    private static final Map<String, Unit> UNITS =
            Map.of("H", Unit.HOURS, "D", Unit.DAYS, "W", Unit.WORKING_DAYS, "M", Unit.MONTHS, "Y", Unit.YEARS);

    private ClockReader() {}

    /** The clock, or null when it has faults without which nothing more can be said of it. */
    static @Nullable ClockDraft read(String name, Section section) {
        section.allowOnly(KNOWN, List.of());
        if (!Names.KEBAB.matcher(name).matches()) {
            section.fault("", "'" + name + "' cannot be the name of a clock");
        }
        String owes = section.required("owes").orElse("");
        String article = section.required("article").orElse("");
        String mark = section.named("mark", MARK);
        Optional<LocalDate> validFrom = validFrom(section);
        Optional<Start> start = start(section);
        Optional<Count> count = count(section);
        Optional<Due> due = due(section);
        List<Step> ladder = section.items("ladder").stream()
                .map(LadderReader::step)
                .flatMap(Optional::stream)
                .toList();
        if (start.isEmpty() || count.isEmpty() || due.isEmpty()) {
            return null;
        }
        return new ClockDraft(
                section,
                name,
                owes,
                start.get(),
                section.texts("stop"),
                section.texts("pause"),
                count.get(),
                section.text("unless").orElse(null),
                due.get(),
                ladder,
                article,
                mark,
                validFrom.orElse(LocalDate.MIN));
    }

    private static Optional<LocalDate> validFrom(Section section) {
        Optional<String> text = section.required("validFrom");
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeException notADate) {
            section.fault("validFrom", "'validFrom' must be a date YYYY-MM-DD");
            return Optional.empty();
        }
    }

    private static Optional<Start> start(Section section) {
        if (section.has("start") == section.has("before")) {
            section.fault("", "a clock has either 'start' or 'before'");
            return Optional.empty();
        }
        return section.has("start") ? forwards(section) : backwards(section);
    }

    private static Optional<Start> forwards(Section section) {
        Matcher matcher = START.matcher(section.text("start").orElse(""));
        boolean matches = matcher.matches();
        if (!matches || matcher.group("event").equals("date") != (matcher.group("pointer") != null)) {
            section.fault(
                    "start", "'start' must be 'accepted ACT', 'received ACT', 'entered STATE' or 'date ACT /pointer'");
            return Optional.empty();
        }
        String name = matcher.group("name");
        return Optional.of(
                switch (matcher.group("event")) {
                    case "accepted" -> new Start.Accepted(name);
                    case "received" -> new Start.Received(name);
                    case "entered" -> new Start.Entered(name);
                    default -> new Start.PayloadDate(name, matcher.group("pointer"));
                });
    }

    private static Optional<Start> backwards(Section section) {
        Matcher matcher =
                PartyReader.ACT_AND_POINTER.matcher(section.text("before").orElse(""));
        if (!matcher.matches()) {
            section.fault("before", "'before' must be an act and a pointer");
            return Optional.empty();
        }
        return Optional.of(new Start.Before(matcher.group("act"), matcher.group("pointer")));
    }

    private static Optional<Count> count(Section section) {
        if (section.node().path("count").isObject()) {
            section.fault("count", "a count that switches on a payload value is not supported yet");
            return Optional.empty();
        }
        Optional<Count> count = count(section.required("count").orElse(""));
        if (count.isEmpty()) {
            section.fault("count", "'count' must be a number and one of H, D, W, M, Y");
        }
        return count;
    }

    /** A length such as {@code 3D}; empty when it is none. */
    static Optional<Count> count(String text) {
        Matcher matcher = COUNT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Unit unit = UNITS.getOrDefault(matcher.group("unit"), Unit.DAYS);
        return Optional.of(new Count(Integer.parseInt(matcher.group("value")), unit));
    }

    private static Optional<Due> due(Section section) {
        Section due = section.object("due");
        if (due == null || due.has("flag") == due.has("act")) {
            section.fault("due", "'due' must name either a 'flag' or an 'act'");
            return Optional.empty();
        }
        due.allowOnly(List.of("flag", "act"), List.of());
        return Optional.of(
                due.has("flag")
                        ? new Due.Flag(due.named("flag", Names.UPPER))
                        : new Due.HubAct(due.named("act", Names.KEBAB)));
    }
}
