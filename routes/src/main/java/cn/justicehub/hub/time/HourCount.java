package cn.justicehub.hub.time;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Counting in hours, which run through nights, weekends and holidays: so many hours of time that is not paused. A pause
 * adds exactly as much of itself as falls into the counted time.
 */
final class HourCount {

    private final Duration length;

    HourCount(int hours) {
        length = Duration.ofHours(hours);
    }

    /** First instant after the alarm, which counts from the start itself; null while a pause stands. */
    @Nullable
    Instant alarm(Instant start, Pauses pauses) {
        return count(start, pauses);
    }

    /** First instant that is late, or null while a pause stands; the hour in which it starts is not counted. */
    @Nullable
    Instant due(Instant start, Pauses pauses) {
        return count(HubZone.floorToHour(start).plus(Duration.ofHours(1)), pauses);
    }

    /** First instant that is late for something owed this long before the event; exactly this long is in time. */
    Instant latestBefore(Instant event) {
        return event.minus(length).plusMillis(1);
    }

    private @Nullable Instant count(Instant start, Pauses pauses) {
        Instant end = start.plus(length);
        for (Pause pause : pauses.intervals()) {
            if (pause.overBy(start)) {
                continue;
            }
            Instant from = pause.from().isAfter(start) ? pause.from() : start;
            if (!from.isBefore(end)) {
                return end;
            }
            if (pause.to() == null) {
                return null;
            }
            end = end.plus(Duration.between(from, pause.to()));
        }
        return end;
    }
}
