package cn.justicehub.hub.time;

import static cn.justicehub.hub.time.Times.CLOCK;
import static cn.justicehub.hub.time.Times.at;
import static cn.justicehub.hub.time.Times.count;
import static cn.justicehub.hub.time.Times.endOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatestBeforeTest {

    @ParameterizedTest(name = "{0}: {2} before {1}")
    @CsvSource({
        "court papers (刑诉法解释49),     2026-12-17T09:30, 15D, 2026-12-02, false",
        "not moved off a Sunday,          2026-12-14T09:30, 15D, 2026-11-29, false",
        "working days over National Day,  2026-10-09T09:30, 3W,  2026-09-29, false",
        "make-up Sunday counts,           2026-09-22T09:30, 2W,  2026-09-20, false",
        "month end,                       2026-03-31T09:30, 1M,  2026-02-28, false",
        "a year,                          2026-03-31T09:30, 1Y,  2025-03-31, false",
        "over a year not known,           2027-01-05T09:30, 3W,  2026-12-31, true",
    })
    void days(String name, String event, String length, LocalDate latest, boolean provisional) {
        assertThat(CLOCK.before(at(event), count(length)))
                .isEqualTo(new Latest(latest, endOf(latest), provisional))
                .isEqualTo(CLOCK.before(LocalDate.parse(event.substring(0, 10)), count(length)));
    }

    @Test
    void scenario11PapersEightDaysBeforeTheHearingAreLate() {
        Latest latest = CLOCK.before(at("2026-12-17T09:30"), count("15D"));

        assertThat(latest.inTime(at("2026-12-09"))).isFalse();
        assertThat(latest.inTime(at("2026-12-02T23:59:59"))).isTrue();
        assertThat(latest.inTime(at("2026-12-03T00:00"))).isFalse();
    }

    @Test
    void hoursCountFromTheInstantAndExactlyThatLongIsInTime() {
        Instant exactly = at("2026-12-15T09:30");

        Latest latest = CLOCK.before(at("2026-12-17T09:30"), count("48H"));

        assertThat(latest.inTime(exactly)).isTrue();
        assertThat(latest.inTime(exactly.plusMillis(1))).isFalse();
        assertThat(latest.date()).isNull();
        assertThat(CLOCK.before(LocalDate.parse("2026-12-17"), count("24H")).inTime(at("2026-12-16T00:00")))
                .isTrue();
    }

    @Test
    void lengthsArePositive() {
        assertThatThrownBy(() -> CLOCK.before(at("2026-12-17"), count("0D")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CLOCK.fromDate(LocalDate.parse("2026-12-17"), count("-1W")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
