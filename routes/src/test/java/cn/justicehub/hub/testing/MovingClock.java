package cn.justicehub.hub.testing;

import cn.justicehub.hub.time.BusinessClock;
import java.time.Duration;
import java.time.Instant;

/** A business clock that a test moves on; it stands still otherwise. */
public final class MovingClock implements BusinessClock {

    private volatile Instant now;

    public MovingClock(Instant start) {
        this.now = start;
    }

    public synchronized void move(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant now() {
        return now;
    }
}
