package cn.justicehub.hub.time;

import static cn.justicehub.hub.time.Times.CLOCK;
import static cn.justicehub.hub.time.Times.at;
import static cn.justicehub.hub.time.Times.count;
import static cn.justicehub.hub.time.Times.endOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.hub.time.CalendarYear.OffDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Years without a notice: weekends only, marked, and reckoned again once the notice is there. */
class ProvisionalTest {

    @Test
    void scenario20NoticeOverTheYearEnd() {
        LocalDate alarm = LocalDate.parse("2027-01-02");
        LocalDate due = LocalDate.parse("2027-01-04");

        assertThat(CLOCK.compute(at("2026-12-30"), at("2026-12-30"), count("3D"), Pauses.NONE))
                .isEqualTo(new Deadline(alarm, endOf(alarm), due, endOf(due), true));
    }

    @ParameterizedTest(name = "{1} from {0}")
    @CsvSource({
        "2026-12-28, 3D,  false",
        "2026-12-28, 3W,  false",
        "2026-12-28, 4W,  true",
        "2026-12-30, 48H, false",
        "2026-12-30, 1M,  true",
        "2023-06-01, 2Y,  false",
        "2023-12-28, 5D,  false",
        "2023-12-28, 5W,  true",
    })
    void onlyWhatTheResultRestsOn(String start, String length, boolean provisional) {
        assertThat(CLOCK.compute(at(start), at(start), count(length), Pauses.NONE)
                        .provisional())
                .isEqualTo(provisional);
    }

    @Test
    void anAlarmInDaysRestsOnNoCalendarButOneInWorkingDaysDoes() {
        assertThat(CLOCK.compute(at("2026-12-30"), null, count("3D"), Pauses.NONE)
                        .provisional())
                .isFalse();
        assertThat(CLOCK.compute(at("2026-12-30"), null, count("3W"), Pauses.NONE)
                        .provisional())
                .isTrue();
    }

    @Test
    void reckonedAgainWhenTheYearArrives() {
        List<CalendarYear> years = new ArrayList<>(CalendarFiles.builtIn().years());
        OffDays newYear = new OffDays("元旦", LocalDate.parse("2027-01-01"), LocalDate.parse("2027-01-04"));
        years.add(new CalendarYear(2027, "synthetic", "synthetic", List.of(newYear), List.of()));
        StatutoryClock arrived = new StatutoryClock(new BusinessCalendar(years));

        Deadline deadline = arrived.compute(at("2026-12-30"), at("2026-12-30"), count("3D"), Pauses.NONE);

        assertThat(deadline.alarmDate()).isEqualTo("2027-01-02");
        assertThat(deadline.dueDate()).isEqualTo("2027-01-05");
        assertThat(deadline.provisional()).isFalse();
    }
}
