package cn.justicehub.hub.time;

import cn.justicehub.api.definition.ClockRule.Count;
import cn.justicehub.api.definition.ClockRule.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Shorthand of the tests: times as the domain writes them. */
final class Times {

    static final StatutoryClock CLOCK = new StatutoryClock(CalendarFiles.builtIn());

    private Times() {}

    /** {@code 2026-09-14} (noon) or {@code 2026-09-14T17:20}, Beijing time. */
    static Instant at(String text) {
        LocalDateTime local = text.contains("T")
                ? LocalDateTime.parse(text)
                : LocalDate.parse(text).atTime(12, 0);
        return local.toInstant(ZoneOffset.ofHours(8));
    }

    /** 24:00 of the day, Beijing time. */
    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.ofHours(8));
    }

    /** {@code 3D}, {@code 15W}, {@code 24H}, {@code 1M}, {@code 2Y}. */
    static Count count(String text) {
        Unit unit =
                switch (text.charAt(text.length() - 1)) {
                    case 'H' -> Unit.HOURS;
                    case 'D' -> Unit.DAYS;
                    case 'W' -> Unit.WORKING_DAYS;
                    case 'M' -> Unit.MONTHS;
                    case 'Y' -> Unit.YEARS;
                    default -> throw new IllegalArgumentException(text);
                };
        return new Count(Integer.parseInt(text.substring(0, text.length() - 1)), unit);
    }

    static Pauses paused(String from, String to) {
        return new Pauses(List.of(new Pause(at(from), at(to))));
    }
}
