package cn.justicehub.hub.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The one zone in which the law's days and hours are counted. */
final class HubZone {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private HubZone() {}

    static LocalDate dateOf(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    /** The first instant of the day. */
    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** 24:00 of the day: the first instant that is no longer part of it. */
    static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    static Instant floorToHour(Instant at) {
        return at.atZone(ZONE).truncatedTo(ChronoUnit.HOURS).toInstant();
    }
}
