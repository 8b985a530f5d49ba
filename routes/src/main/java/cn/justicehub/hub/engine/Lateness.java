package cn.justicehub.hub.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How late the hub itself was with a record: after downtime missed steps run once, and say so. */
public final class Lateness {

    /** What the hub takes anyway, looking about once a second, is not late. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private Lateness() {}

    /**
     * How late something about a clock was recorded, or null when it was in time. Nothing can be recorded of a clock
     * before it starts, so one whose time was over by then counts from its start.
     *
     * @param clock the clock
     * @param since when it was to be recorded, epoch milliseconds
     * @param recordedAt when it is, or was, recorded, epoch milliseconds
     */
    public static @Nullable Duration of(ClockState clock, long since, long recordedAt) {
        Duration late = Duration.ofMillis(recordedAt - Math.max(since, clock.startedAt()));
        return late.compareTo(TOLERANCE) > 0 ? late : null;
    }

    /** How late a lapse with a record of its own was recorded; null of one that was judged with an act. */
    public static @Nullable Duration of(ClockState clock) {
        Long dueAt = clock.dueAt();
        Long lapsedAt = clock.lapsedAt();
        if (dueAt == null || lapsedAt == null || lapsedAt.equals(clock.stoppedAt())) {
            return null;
        }
        return of(clock, dueAt, lapsedAt);
    }
}
