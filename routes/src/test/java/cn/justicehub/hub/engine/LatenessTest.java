package cn.justicehub.hub.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LatenessTest {

    private static final long STARTED = 1_000_000;

    private static ClockState clock(long dueAt, @Nullable Long stoppedAt, @Nullable Long lapsedAt) {
        return new ClockState(
                new UUID(7, 7),
                "any",
                1,
                "centre-01",
                1,
                STARTED,
                null,
                0L,
                0,
                null,
                dueAt,
                false,
                stoppedAt,
                lapsedAt,
                null,
                List.of(),
                null,
                ClockState.Ladder.NONE);
    }

    @Test
    void aMinuteIsNotLate() {
        long due = STARTED + 5_000;

        assertThat(Lateness.of(clock(due, null, due + 60_000))).isNull();
        assertThat(Lateness.of(clock(due, null, due + 60_001))).isEqualTo(Duration.ofMillis(60_001));
    }

    @Test
    void whatWasOverBeforeItsClockStartedIsLateFromTheStart() {
        long yearsAgo = STARTED - 900_000;

        assertThat(Lateness.of(clock(yearsAgo, null, STARTED + 1_000))).isNull();
        assertThat(Lateness.of(clock(yearsAgo, null, STARTED + 90_000))).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void aLapseJudgedWithAnActHasNoRecordOfItsOwn() {
        assertThat(Lateness.of(clock(STARTED, STARTED + 90_000, STARTED + 90_000)))
                .isNull();
        assertThat(Lateness.of(clock(STARTED, null, null))).isNull();
    }
}
