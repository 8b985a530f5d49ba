package cn.justicehub.hub.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BusinessCalendarTest {

    private static final BusinessCalendar CALENDAR = CalendarFiles.builtIn();

    @ParameterizedTest
    @ValueSource(ints = {2024, 2025, 2026})
    void agreesWithThePublishedListOnEveryDayOfTheYear(int year) throws Exception {
        Optional<Path> list = publishedLists().map(folder -> folder.resolve(year + ".json"));
        assumeTrue(list.isPresent() && Files.exists(list.get()), "the published lists are not here");
        JsonNode days = new JsonMapper().readTree(Files.readString(list.get())).path("days");

        LocalDate first = LocalDate.ofYearDay(year, 1);
        first.datesUntil(first.plusYears(1))
                .forEach(day -> assertThat(CALENDAR.isRestDay(day))
                        .as("%s", day)
                        .isEqualTo(published(days, day).orElse(BusinessCalendar.isWeekend(day))));
    }

    private static Optional<Boolean> published(JsonNode days, LocalDate day) {
        return days.values().stream()
                .filter(node -> node.path("date").stringValue("").equals(day.toString()))
                .map(node -> node.path("isOffDay").booleanValue())
                .findFirst();
    }

    /** Beside the repository, whose root holds the {@code .mvn} folder. */
    private static Optional<Path> publishedLists() {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .filter(path -> Files.isDirectory(path.resolve(".mvn")))
                .findFirst()
                .map(root -> root.resolveSibling("shared").resolve("domain").resolve("calendar"));
    }

    @Test
    void knowsTheYearsThatHaveANotice() {
        assertThat(CALENDAR.years()).extracting(CalendarYear::year).containsExactly(2024, 2025, 2026);
        assertThat(CALENDAR.isProvisional(2023)).isTrue();
        assertThat(CALENDAR.isProvisional(2026)).isFalse();
        assertThat(CALENDAR.isProvisional(2027)).isTrue();
    }

    @Test
    void restDays() {
        assertThat(CALENDAR.isRestDay(LocalDate.parse("2026-11-21")))
                .as("Saturday")
                .isTrue();
        assertThat(CALENDAR.isRestDay(LocalDate.parse("2026-10-01")))
                .as("holiday")
                .isTrue();
        assertThat(CALENDAR.isRestDay(LocalDate.parse("2026-10-10")))
                .as("make-up Saturday")
                .isFalse();
        assertThat(CALENDAR.isWorkingDay(LocalDate.parse("2026-11-20")))
                .as("Friday")
                .isTrue();
        assertThat(CALENDAR.isRestDay(LocalDate.parse("2027-01-01")))
                .as("Friday of a year not known")
                .isFalse();
    }

    @Test
    void countsWorkingDaysBothWays() {
        LocalDate eve = LocalDate.parse("2026-09-30");

        assertThat(CALENDAR.plusWorkingDays(eve, 2)).isEqualTo("2026-10-09");
        assertThat(CALENDAR.minusWorkingDays(LocalDate.parse("2026-10-09"), 2)).isEqualTo(eve);
        assertThat(CALENDAR.plusWorkingDays(LocalDate.parse("2026-10-01"), 0)).isEqualTo("2026-10-01");
        assertThat(CALENDAR.workingDaysBetween(eve, LocalDate.parse("2026-10-09")))
                .isEqualTo(2);
        assertThat(CALENDAR.workingDaysBetween(eve, eve)).isZero();
        assertThat(CALENDAR.workingDaysBetween(eve, LocalDate.parse("2026-09-01")))
                .isZero();
        assertThatThrownBy(() -> CALENDAR.plusWorkingDays(eve, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
