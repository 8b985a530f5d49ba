package cn.justicehub.api.format;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

/** The formats with small registers. */
final class Samples {

    private static final Registers REGISTERS =
            new Registers(Set.of("22", "81", "82", "83"), Set.of("31", "91"), Set.of("刑初", "民初", "诉前调", "诉前调确", "执"));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private Samples() {}

    static FormatCheck format(String name) {
        return Formats.all(CLOCK, REGISTERS).stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Verdict check(String format, String value) {
        return format(format).check(value);
    }
}
