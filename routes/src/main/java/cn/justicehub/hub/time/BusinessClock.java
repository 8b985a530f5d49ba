package cn.justicehub.hub.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The clock by which exchanges are accepted and statutory times run. The only clock that may be injected: tokens, TLS
 * and webhooks use real time.
 */
@FunctionalInterface
public interface BusinessClock {

    /** The zone of every statutory date. */
    ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The present instant. */
    Instant now();

    /** The same as a {@link Clock}. */
    default Clock toClock() {
        BusinessClock source = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return source.now();
            }

            @Override
            public ZoneId getZone() {
                return ZONE;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("statutory time has one zone");
            }
        };
    }

    /** Real time. */
    static BusinessClock system() {
        return Instant::now;
    }
}
