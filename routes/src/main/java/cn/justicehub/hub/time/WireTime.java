package cn.justicehub.hub.time;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Times as the API tells them: RFC 3339 with the offset of {@link BusinessClock#ZONE}, always with seconds. */
public final class WireTime {

    private WireTime() {}

    /** The time of an instant in epoch milliseconds. */
    public static OffsetDateTime of(long epochMilli) {
        return Instant.ofEpochMilli(epochMilli).atZone(BusinessClock.ZONE).toOffsetDateTime();
    }

    /** As {@link #of}, or null for null. */
    public static @Nullable OffsetDateTime ofNullable(@Nullable Long epochMilli) {
        return epochMilli == null ? null : of(epochMilli);
    }

    /** The time of an instant in epoch milliseconds, as text. */
    public static String text(long epochMilli) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(of(epochMilli));
    }
}
