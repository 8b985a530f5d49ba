package cn.justicehub.hub.time;

import cn.justicehub.api.definition.ClockRule.Count;
import cn.justicehub.api.definition.ClockRule.Unit;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Counting in days, working days, months or years. The first day is not counted (刑诉法105, 民诉法85); a month or year
 * ends on the day of the same number, or else on the last of the month. A clock that is paused keeps the days it has
 * left after the day of the pause; when it runs again the day of that is a first day, and not counted either. So a
 * pause adds exactly its own length in the clock's unit (for months and years: in days), and no clock ends inside one.
 */
final class DayCount {

    /** The last day, or null while a pause stands that began before the clock ended. */
    record End(@Nullable LocalDate day, boolean provisional) {}

    private final BusinessCalendar calendar;
    private final Count count;

    DayCount(BusinessCalendar calendar, Count count) {
        this.calendar = calendar;
        this.count = count;
    }

    /** The last day, left where it falls. */
    End alarm(LocalDate start, Pauses pauses) {
        LocalDate raw = raw(start, pauses, false);
        return raw == null ? new End(null, false) : new End(raw, inWorkingDays() && calendar.isProvisional(start, raw));
    }

    /** The last day, moved to the first working day if it falls on a rest day. */
    End due(LocalDate start, Pauses pauses) {
        LocalDate raw = raw(start, pauses, true);
        if (raw == null) {
            return new End(null, false);
        }
        LocalDate due = calendar.roll(raw);
        return new End(due, calendar.isProvisional(inWorkingDays() ? start : raw, due));
    }

    /** The last day that is this long before the event's; never moved, since the time between must stay whole. */
    Latest latestBefore(LocalDate event) {
        LocalDate latest =
                switch (count.unit()) {
                    case DAYS -> event.minusDays(count.value());
                    case WORKING_DAYS -> calendar.minusWorkingDays(event, count.value());
                    case MONTHS -> event.minusMonths(count.value());
                    case YEARS -> event.minusYears(count.value());
                    case HOURS -> throw new IllegalArgumentException("hours are not days");
                };
        boolean provisional = inWorkingDays() && calendar.isProvisional(latest, event);
        return new Latest(latest, HubZone.endOf(latest), provisional);
    }

    private @Nullable LocalDate raw(LocalDate start, Pauses pauses, boolean rolled) {
        LocalDate raw = unpaused(start);
        for (Pause pause : pauses.intervals()) {
            LocalDate from = later(HubZone.dateOf(pause.from()), start);
            if (from.isAfter(rolled ? calendar.roll(raw) : raw)) {
                return raw;
            }
            if (pause.to() == null) {
                return null;
            }
            raw = resumed(from, later(HubZone.dateOf(pause.to()), start), raw);
        }
        return raw;
    }

    private LocalDate unpaused(LocalDate start) {
        return switch (count.unit()) {
            case DAYS -> start.plusDays(count.value());
            case WORKING_DAYS -> calendar.plusWorkingDays(start, count.value());
            case MONTHS -> start.plusMonths(count.value());
            case YEARS -> start.plusYears(count.value());
            case HOURS -> throw new IllegalArgumentException("hours are not days");
        };
    }

    private LocalDate resumed(LocalDate from, LocalDate to, LocalDate raw) {
        return inWorkingDays()
                ? calendar.plusWorkingDays(to, calendar.workingDaysBetween(from, raw))
                : to.plusDays(Math.max(0, ChronoUnit.DAYS.between(from, raw)));
    }

    private boolean inWorkingDays() {
        return count.unit() == Unit.WORKING_DAYS;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
