package cn.justicehub.hub.demo;

import cn.justicehub.hub.time.BusinessClock;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The demonstration's business clock: set by hand, from date to date, never backwards. */
final class DemoClock extends Clock implements BusinessClock {

    private volatile Instant now;

    DemoClock(Instant start) {
        this.now = start;
    }

    /** Moves on to a time of a day in 2026. */
    void moveTo(int month, int day, int hour, int minute) {
        Instant next = LocalDate.of(2026, month, day)
                .atTime(LocalTime.of(hour, minute))
                .atZone(BusinessClock.ZONE)
                .toInstant();
        if (next.isBefore(now)) {
            throw new IllegalStateException("the demonstration plays by date");
        }
        now = next;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return BusinessClock.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
