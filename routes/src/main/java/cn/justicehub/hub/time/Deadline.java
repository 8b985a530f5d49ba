package cn.justicehub.hub.time;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a duty is to be watched and when it lapses. A date is the last day in time; its instant is exclusive, 24:00 of
 * that day. All are null while a pause that stopped the clock still stands.
 *
 * @param alarmDate last day, not moved off a rest day, counted from acceptance; null for clocks in hours
 * @param alarmAt first instant after that
 * @param dueDate last day, moved off rest days, counted from receipt; null until received and for clocks in hours
 * @param dueAt first instant that is late; null until received
 * @param provisional whether something here rests on a year whose calendar is not known: compute it again when it is
 */
public record Deadline(
        @Nullable LocalDate alarmDate,
        @Nullable Instant alarmAt,
        @Nullable LocalDate dueDate,
        @Nullable Instant dueAt,
        boolean provisional) {

    /** Whether an act accepted at this instant meets the duty; true as long as nothing is due. */
    public boolean inTime(Instant acceptedAt) {
        return dueAt == null || acceptedAt.isBefore(dueAt);
    }
}
