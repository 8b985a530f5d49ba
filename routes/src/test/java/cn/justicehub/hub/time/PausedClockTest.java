package cn.justicehub.hub.time;

import static cn.justicehub.hub.time.Times.CLOCK;
import static cn.justicehub.hub.time.Times.at;
import static cn.justicehub.hub.time.Times.count;
import static cn.justicehub.hub.time.Times.paused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PausedClockTest {

    @ParameterizedTest(name = "{0}: {2} from {1} paused {3} to {4}")
    @CsvSource({
        "scenario 19,               2026-09-14, 15W, 2026-09-16, 2026-09-22, 2026-10-16, 2026-10-16",
        "days,                      2026-11-02, 7D,  2026-11-04, 2026-11-06, 2026-11-11, 2026-11-11",
        "days onto a rest day,      2026-11-02, 7D,  2026-11-04, 2026-11-09, 2026-11-14, 2026-11-16",
        "months count it in days,   2026-08-31, 1M,  2026-09-07, 2026-09-09, 2026-10-02, 2026-10-08",
        "within one day: nothing,   2026-11-02, 7D,  2026-11-04T09:00, 2026-11-04T17:00, 2026-11-09, 2026-11-09",
        "from the first day,        2026-11-02, 3W,  2026-11-02, 2026-11-03, 2026-11-06, 2026-11-06",
        "over before it started,    2026-11-02, 3W,  2026-10-20, 2026-10-28, 2026-11-05, 2026-11-05",
        "begun before it started,   2026-11-02, 3W,  2026-10-20, 2026-11-04, 2026-11-09, 2026-11-09",
        "on the last day,           2026-11-02, 3D,  2026-11-05, 2026-11-10, 2026-11-10, 2026-11-10",
        "on the last day W to Sat,  2026-11-02, 3W,  2026-11-05, 2026-11-07, 2026-11-07, 2026-11-09",
        "after the last day,        2026-11-02, 3D,  2026-11-06, 2026-11-10, 2026-11-05, 2026-11-05",
        "between raw end and roll,  2026-11-18, 3D,  2026-11-23, 2026-11-25, 2026-11-21, 2026-11-25",
    })
    void days(String name, String start, String length, String from, String to, LocalDate alarm, LocalDate due) {
        Deadline deadline = CLOCK.compute(at(start), at(start), count(length), paused(from, to));

        assertThat(deadline.alarmDate()).isEqualTo(alarm);
        assertThat(deadline.dueDate()).isEqualTo(due);
    }

    @Test
    void hoursAddExactlyThePause() {
        Instant received = at("2026-11-20T17:20");

        Deadline deadline =
                CLOCK.compute(received, received, count("24H"), paused("2026-11-20T20:00", "2026-11-20T22:15:30"));

        assertThat(deadline.alarmAt()).isEqualTo(at("2026-11-21T19:35:30"));
        assertThat(deadline.dueAt()).isEqualTo(at("2026-11-21T20:15:30"));
    }

    @Test
    void aPauseInTheHourThatIsNotCountedMovesTheAlarmOnly() {
        Instant received = at("2026-11-20T17:20");

        Deadline deadline =
                CLOCK.compute(received, received, count("24H"), paused("2026-11-20T17:30", "2026-11-20T17:40"));

        assertThat(deadline.alarmAt()).isEqualTo(at("2026-11-21T17:30"));
        assertThat(deadline.dueAt()).isEqualTo(at("2026-11-21T18:00"));
    }

    @Test
    void nothingLapsesWhileAPauseStands() {
        Pauses standing = new Pauses(List.of(new Pause(at("2026-11-04"), null)));

        for (String length : List.of("7D", "5W", "1M", "72H")) {
            Deadline deadline = CLOCK.compute(at("2026-11-02"), at("2026-11-02"), count(length), standing);

            assertThat(deadline).isEqualTo(new Deadline(null, null, null, null, false));
            assertThat(deadline.inTime(at("2027-11-01"))).isTrue();
        }
    }

    @Test
    void aStandingPauseDoesNotReviveAClockThatLapsedBefore() {
        Pauses standing = new Pauses(List.of(new Pause(at("2026-11-24"), null)));

        Deadline deadline = CLOCK.compute(at("2026-11-19"), at("2026-11-19"), count("3D"), standing);

        assertThat(deadline.dueDate()).isEqualTo("2026-11-23");
    }

    @Test
    void overlappingPausesCountOnceInAnyOrder() {
        Pause one = new Pause(at("2026-11-04"), at("2026-11-10"));
        Pause inside = new Pause(at("2026-11-05"), at("2026-11-06"));
        Pause across = new Pause(at("2026-11-09"), at("2026-11-12"));
        Pause apart = new Pause(at("2026-11-13"), null);

        Pauses pauses = new Pauses(List.of(apart, across, inside, one));

        assertThat(pauses.intervals()).containsExactly(new Pause(at("2026-11-04"), at("2026-11-12")), apart);
        assertThat(new Pauses(List.of(new Pause(at("2026-11-04"), null), across)).intervals())
                .containsExactly(new Pause(at("2026-11-04"), null));
    }

    @Test
    void pausesAddUp() {
        Pauses two = new Pauses(
                List.of(new Pause(at("2026-11-03"), at("2026-11-05")), new Pause(at("2026-11-09"), at("2026-11-10"))));

        assertThat(CLOCK.compute(at("2026-11-02"), null, count("7D"), two).alarmDate())
                .isEqualTo("2026-11-12");
    }

    @Test
    void theAlarmIsNeverAfterTheDueDay() {
        Pauses pauses = paused("2026-01-01", "2026-03-10");

        Deadline deadline = CLOCK.compute(at("2026-01-01"), at("2026-02-01"), count("1M"), pauses);

        assertThat(deadline.dueDate()).isEqualTo("2026-04-07");
        assertThat(deadline.alarmDate()).isEqualTo("2026-04-07");
    }

    @Test
    void aPauseEndsAfterItBegins() {
        assertThatThrownBy(() -> paused("2026-11-05", "2026-11-04")).isInstanceOf(IllegalArgumentException.class);
    }
}
