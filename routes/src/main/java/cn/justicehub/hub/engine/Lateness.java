package cn.justicehub.hub.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How late the hub itself was with a record: after downtime missed steps run once, and say so. */
public final class Lateness {

    /** What the hub takes anyway, looking about once a second, is not late. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private Lateness() {}

    /**
     * How late a lapse was recorded, or null when it was in time.
     *
     * @param dueAt when it was due, epoch milliseconds
     * @param recordedAt when it is, or was, recorded, epoch milliseconds
     */
    public static @Nullable Duration of(long dueAt, long recordedAt) {
        Duration late = Duration.ofMillis(recordedAt - dueAt);
        return late.compareTo(TOLERANCE) > 0 ? late : null;
    }

    /** The same of a clock whose lapse has a record of its own; null of one that was judged with an act. */
    public static @Nullable Duration of(ClockState clock) {
        Long dueAt = clock.dueAt();
        Long lapsedAt = clock.lapsedAt();
        if (dueAt == null || lapsedAt == null || lapsedAt.equals(clock.stoppedAt())) {
            return null;
        }
        return of(dueAt, lapsedAt);
    }
}
