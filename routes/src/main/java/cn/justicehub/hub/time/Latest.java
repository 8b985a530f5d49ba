package cn.justicehub.hub.time;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The latest time at which something owed before an event is still in time.
 *
 * @param date last day in time; null for clocks in hours
 * @param at first instant that is late, at the hub's resolution of one millisecond
 * @param provisional whether it rests on a year whose calendar is not known
 */
public record Latest(@Nullable LocalDate date, Instant at, boolean provisional) {

    /** Whether an act accepted at this instant is in time. */
    public boolean inTime(Instant acceptedAt) {
        return acceptedAt.isBefore(at);
    }
}
