package cn.justicehub.hub.time;

import static cn.justicehub.hub.time.Times.CLOCK;
import static cn.justicehub.hub.time.Times.at;
import static cn.justicehub.hub.time.Times.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times that lie so far from a clock's alarm or due time. */
class StepTimesTest {

    @ParameterizedTest(name = "{1} after {0}")
    @CsvSource({
        "2026-12-01T00:00, 1W, 2026-12-02T00:00", // due when Monday ends: when Tuesday ends
        "2026-12-05T00:00, 1W, 2026-12-08T00:00", // Friday: when Monday ends
        "2026-12-01T00:00, 3D, 2026-12-04T00:00",
        "2026-12-01T00:00, 24H, 2026-12-02T00:00",
        "2026-11-30T17:20, 1W, 2026-12-02T00:00", // an hour clock: from the day on which it is due
        "2026-11-30T17:20, 2H, 2026-11-30T19:20",
        "2026-09-30T17:20, 1W, 2026-10-09T00:00", // National Day
    })
    void after(String event, String length, String expected) {
        assertThat(CLOCK.after(at(event), count(length))).isEqualTo(at(expected));
    }

    @ParameterizedTest(name = "{1} ahead of {0}")
    @CsvSource({
        "2026-11-29T00:00, 24H, 2026-11-28T00:00",
        "2026-11-29T00:00, 1D, 2026-11-28T00:00",
        "2026-11-29T00:00, 1W, 2026-11-28T00:00",
        "2026-12-01T00:00, 1W, 2026-11-28T00:00", // Monday's end: Friday's end
        "2026-11-30T17:20, 2H, 2026-11-30T15:20",
    })
    void ahead(String event, String length, String expected) {
        assertThat(CLOCK.ahead(at(event), count(length))).isEqualTo(at(expected));
    }

    @Test
    void lengthsArePositive() {
        assertThatThrownBy(() -> CLOCK.after(at("2026-12-01"), count("0H")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CLOCK.ahead(at("2026-12-01"), count("0D")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
