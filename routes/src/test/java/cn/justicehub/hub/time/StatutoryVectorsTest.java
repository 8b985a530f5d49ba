package cn.justicehub.hub.time;

import static cn.justicehub.hub.time.Times.CLOCK;
import static cn.justicehub.hub.time.Times.at;
import static cn.justicehub.hub.time.Times.count;
import static cn.justicehub.hub.time.Times.endOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The computed vectors and the synthetic scenarios of the domain, one line each. */
class StatutoryVectorsTest {

    @ParameterizedTest(name = "{0}: {2} from {1}")
    @CsvSource({
        "National Day,             2026-09-30, 3D,  2026-10-03, 2026-10-08",
        "make-up Saturday,         2026-10-07, 3D,  2026-10-10, 2026-10-10",
        "make-up Sunday,           2026-09-17, 3D,  2026-09-20, 2026-09-20",
        "Spring Festival,          2026-02-12, 3D,  2026-02-15, 2026-02-24",
        "onto a make-up Sunday,    2026-08-20, 30D, 2026-09-19, 2026-09-20",
        "onto National Day,        2026-09-01, 30D, 2026-10-01, 2026-10-08",
        "make-up days count as W,  2026-09-14, 15W, 2026-10-10, 2026-10-10",
        "W over National Day,      2026-09-30, 2W,  2026-10-09, 2026-10-09",
        "W over a make-up Sunday,  2026-09-18, 3W,  2026-09-22, 2026-09-22",
        "month end,                2026-08-31, 1M,  2026-09-30, 2026-09-30",
        "same day number,          2026-03-15, 1M,  2026-04-15, 2026-04-15",
        "leap day to common year,  2024-02-29, 1Y,  2025-02-28, 2025-02-28",
        "two years,                2024-06-03, 2Y,  2026-06-03, 2026-06-03",
        "scenario 1 minor,         2026-11-19T16:40, 3D, 2026-11-22, 2026-11-23",
        "scenario 15 confirm,      2026-09-18, 3W,  2026-09-22, 2026-09-22",
        "scenario 15 term,         2026-09-21, 30D, 2026-10-21, 2026-10-21",
        "scenario 19 base,         2026-09-14, 15W, 2026-10-10, 2026-10-10",
        "first second of a day,    2026-11-19T00:00, 3D, 2026-11-22, 2026-11-23",
        "last second of a day,     2026-11-19T23:59:59, 3D, 2026-11-22, 2026-11-23",
    })
    void days(String name, String start, String length, LocalDate alarm, LocalDate due) {
        Instant received = at(start);

        Deadline deadline = CLOCK.compute(received, received, count(length), Pauses.NONE);

        assertThat(deadline).isEqualTo(new Deadline(alarm, endOf(alarm), due, endOf(due), false));
    }

    @ParameterizedTest(name = "{0}: {2} from {1}")
    @CsvSource({
        "scenario 4 over the weekend, 2026-11-20T17:20, 24H, 2026-11-21T17:20, 2026-11-21T18:00",
        "through National Day,        2026-09-30T23:59, 48H, 2026-10-02T23:59, 2026-10-03T00:00",
        "on the hour,                 2026-11-20T17:00, 24H, 2026-11-21T17:00, 2026-11-21T18:00",
        "over the year's end,         2026-12-31T22:30, 24H, 2027-01-01T22:30, 2027-01-01T23:00",
    })
    void hours(String name, String start, String length, String alarm, String due) {
        Instant received = at(start);

        Deadline deadline = CLOCK.compute(received, received, count(length), Pauses.NONE);

        assertThat(deadline).isEqualTo(new Deadline(null, at(alarm), null, at(due), false));
    }

    @ParameterizedTest(name = "{0}: reply at {3}")
    @CsvSource({
        "scenario 2 last day,      2026-09-30, 3D, 2026-10-08T23:59:59, true",
        "scenario 2 midnight,      2026-09-30, 3D, 2026-10-09T00:00,    false",
        "scenario 3 last day,      2026-10-07, 3D, 2026-10-10,          true",
        "scenario 3 Monday,        2026-10-07, 3D, 2026-10-12,          false",
        "scenario 4 before 18:00,  2026-11-20T17:20, 24H, 2026-11-21T17:59:59, true",
        "scenario 4 at 18:00,      2026-11-20T17:20, 24H, 2026-11-21T18:00,    false",
    })
    void inTime(String name, String received, String length, String reply, boolean inTime) {
        Deadline deadline = CLOCK.compute(at(received), at(received), count(length), Pauses.NONE);

        assertThat(deadline.inTime(at(reply))).isEqualTo(inTime);
    }

    @Test
    void scenario13JudicialConfirmationEndsOnTheMakeUpSunday() {
        Deadline deadline = CLOCK.fromDate(LocalDate.parse("2026-08-20"), count("30D"));

        assertThat(deadline.alarmDate()).isEqualTo("2026-09-19");
        assertThat(deadline.dueDate()).isEqualTo("2026-09-20");
        assertThat(deadline.inTime(at("2026-09-20T23:59:59"))).isTrue();
        assertThat(deadline.inTime(at("2026-09-21T00:00"))).isFalse();
    }

    @Test
    void hoursFromADateCountFromItsEnd() {
        Deadline deadline = CLOCK.fromDate(LocalDate.parse("2026-09-18"), count("48H"));

        assertThat(deadline).isEqualTo(new Deadline(null, at("2026-09-21T00:00"), null, at("2026-09-21T00:00"), false));
    }

    @Test
    void alarmRunsFromAcceptanceAndDueFromReceipt() {
        Deadline accepted = CLOCK.compute(at("2026-09-28"), null, count("3D"), Pauses.NONE);
        Deadline received = CLOCK.compute(at("2026-09-28"), at("2026-09-30"), count("3D"), Pauses.NONE);

        LocalDate alarm = LocalDate.parse("2026-10-01");
        LocalDate due = LocalDate.parse("2026-10-08");
        assertThat(accepted).isEqualTo(new Deadline(alarm, endOf(alarm), null, null, false));
        assertThat(accepted.inTime(at("2027-01-01"))).isTrue();
        assertThat(received).isEqualTo(new Deadline(alarm, endOf(alarm), due, endOf(due), false));
    }

    @Test
    void receiptBeforeAcceptanceByAnotherReplicasClockIsTakenAsAcceptance() {
        Instant accepted = at("2026-11-20T00:00");

        assertThat(CLOCK.compute(accepted, accepted.minusSeconds(3), count("3D"), Pauses.NONE))
                .isEqualTo(CLOCK.compute(accepted, accepted, count("3D"), Pauses.NONE));
    }
}
