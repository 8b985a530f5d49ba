package cn.justicehub.hub.time;

import cn.justicehub.api.definition.ClockRule.Count;
import cn.justicehub.api.definition.ClockRule.Unit;
import cn.justicehub.hub.time.DayCount.End;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Statutory times (期间) by a calendar: pure functions, in the zone Asia/Shanghai. The alarm counts from the hub's
 * acceptance and stays where it falls, since custody terms know no rest days (刑诉法105); the due time counts from the
 * receiver's receipt and moves off rest days.
 */
public final class StatutoryClock {

    private final BusinessCalendar calendar;

    public StatutoryClock(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * The deadline of a duty that a message starts.
     *
     * @param acceptedAt when the hub accepted the message
     * @param receivedAt when it was delivered, or null if it has not been; taken as {@code acceptedAt} if earlier, since
     *     the clocks of two replicas may differ
     * @param count a positive length
     * @param pauses of this clock so far
     */
    public Deadline compute(Instant acceptedAt, @Nullable Instant receivedAt, Count count, Pauses pauses) {
        requirePositive(count);
        Instant received = receivedAt != null && receivedAt.isBefore(acceptedAt) ? acceptedAt : receivedAt;
        if (count.unit() == Unit.HOURS) {
            HourCount hours = new HourCount(count.value());
            Instant dueAt = received == null ? null : hours.due(received, pauses);
            return new Deadline(null, hours.alarm(acceptedAt, pauses), null, dueAt, false);
        }
        DayCount days = new DayCount(calendar, count);
        End due = received == null ? null : days.due(HubZone.dateOf(received), pauses);
        return deadline(days.alarm(HubZone.dateOf(acceptedAt), pauses), due);
    }

    /**
     * The deadline of a duty that starts on a date in a payload, known to both sides; the day itself is not counted.
     * Hours count from its end.
     */
    public Deadline fromDate(LocalDate start, Count count, Pauses pauses) {
        requirePositive(count);
        if (count.unit() == Unit.HOURS) {
            Instant at = new HourCount(count.value()).alarm(HubZone.endOf(start), pauses);
            return new Deadline(null, at, null, at, false);
        }
        DayCount days = new DayCount(calendar, count);
        return deadline(days.alarm(start, pauses), days.due(start, pauses));
    }

    /** {@link #fromDate(LocalDate, Count, Pauses)} of a clock that has no pauses. */
    public Deadline fromDate(LocalDate start, Count count) {
        return fromDate(start, count, Pauses.NONE);
    }

    /**
     * The latest time that is at least {@code count} before an event's date, which is not counted itself (such as
     * 刑诉法解释49: papers 15 days before the hearing). Not moved off rest days: the time between must stay whole.
     */
    public Latest before(LocalDate event, Count count) {
        requirePositive(count);
        if (count.unit() == Unit.HOURS) {
            return before(HubZone.startOf(event), count);
        }
        return new DayCount(calendar, count).latestBefore(event);
    }

    /** So long after an instant: hours count from it, other units from the day that it ends or falls on, to the end of a day. */
    public Instant after(Instant event, Count count) {
        requirePositive(count);
        if (count.unit() == Unit.HOURS) {
            return event.plus(Duration.ofHours(count.value()));
        }
        LocalDate day = HubZone.dateOf(event.minusNanos(1)); // a day clock is due at the first instant of the next day
        return Objects.requireNonNull(fromDate(day, count).dueAt());
    }

    /** So long ahead of an instant: hours exactly, other units from the day that it ends or falls on, at the end of a day. */
    public Instant ahead(Instant event, Count count) {
        requirePositive(count);
        return count.unit() == Unit.HOURS
                ? event.minus(Duration.ofHours(count.value()))
                : before(HubZone.dateOf(event.minusNanos(1)), count).at();
    }

    /** The same before an instant; hours count from the instant, other units from its date. */
    public Latest before(Instant event, Count count) {
        requirePositive(count);
        return count.unit() == Unit.HOURS
                ? new Latest(null, new HourCount(count.value()).latestBefore(event), false)
                : before(HubZone.dateOf(event), count);
    }

    /** The alarm is never later than the due day, which a pause between acceptance and receipt could make it. */
    private static Deadline deadline(End alarm, @Nullable End due) {
        LocalDate dueDate = due == null ? null : due.day();
        LocalDate alarmDate = alarm.day();
        if (alarmDate != null && dueDate != null && alarmDate.isAfter(dueDate)) {
            alarmDate = dueDate;
        }
        boolean provisional = alarm.provisional() || (due != null && due.provisional());
        return new Deadline(alarmDate, endOf(alarmDate), dueDate, endOf(dueDate), provisional);
    }

    private static @Nullable Instant endOf(@Nullable LocalDate day) {
        return day == null ? null : HubZone.endOf(day);
    }

    private static void requirePositive(Count count) {
        if (count.value() <= 0) {
            throw new IllegalArgumentException("a statutory time is positive: " + count);
        }
    }
}
