package cn.justicehub.hub.time;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time during which a clock does not run (such as 公证法30: supplementing, verifying, force majeure).
 *
 * @param from when the clock stopped
 * @param to when it ran again, not before {@code from}; null while it still stands
 */
public record Pause(Instant from, @Nullable Instant to) {

    public Pause {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("pause ends " + to + " before it begins " + from);
        }
    }

    /** Whether it was over when a clock started at this instant. */
    boolean overBy(Instant start) {
        return to != null && !to.isAfter(start);
    }

    /** Whether the other, which does not begin earlier, begins before this one is over. */
    boolean reaches(Pause later) {
        return to == null || !later.from.isAfter(to);
    }

    /** Both as one. */
    Pause with(Pause later) {
        if (to == null || later.to == null) {
            return new Pause(from, null);
        }
        return to.isAfter(later.to) ? this : new Pause(from, later.to);
    }
}
