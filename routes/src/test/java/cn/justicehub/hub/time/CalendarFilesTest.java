package cn.justicehub.hub.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarFilesTest {

    private static final String GOOD = """
            year: %1$d
            notice: synthetic
            source: synthetic
            off:
              - { name: 元旦, from: %1$d-01-01, to: %1$d-01-03 }
            work: []
            """;

    @TempDir
    Path folder;

    @Test
    void everyShippedFileIsLoaded() throws Exception {
        Path shipped = Path.of(Objects.requireNonNull(CalendarFiles.class.getResource("/calendar"))
                .toURI());

        try (Stream<Path> files = Files.list(shipped)) {
            assertThat(files).hasSameSizeAs(CalendarFiles.builtIn().years());
        }
    }

    @Test
    void aFolderAddsAndOverridesWholeYears() throws IOException {
        write("2026.yaml", GOOD.formatted(2026));
        write("2027.yaml", GOOD.formatted(2027));
        write("README.md", "not a calendar");

        BusinessCalendar calendar = CalendarFiles.load(folder);

        assertThat(calendar.years()).extracting(CalendarYear::year).containsExactly(2024, 2025, 2026, 2027);
        assertThat(calendar.isProvisional(2027)).isFalse();
        assertThat(calendar.isRestDay(LocalDate.parse("2027-01-01"))).isTrue();
        assertThat(calendar.isRestDay(LocalDate.parse("2026-10-01")))
                .as("no longer off")
                .isFalse();
        assertThat(calendar.isRestDay(LocalDate.parse("2025-10-01"))).isTrue();
    }

    @Test
    void everyFaultOfEveryFileIsToldAtOnce() throws IOException {
        write("2027.yaml", """
                year: 2028
                notice: ''
                holidays: []
                off:
                  - { name: 元旦, from: 2027-01-01, to: 2027-01-03 }
                  - { name: 重叠, from: 2027-01-03, to: 2027-01-04 }
                  - { name: 倒置, from: 2027-03-02, to: 2027-03-01 }
                  - { name: 跨年, from: 2027-12-31, to: 2028-01-01 }
                  - { name: 错字, from: 2027-02-30, to: 2027-03-01, days: 2 }
                  - 2027-05-01
                work: [2027-01-02, 2027-01-05, 2026-12-26, 2027-02-06, 2027-02-06, tomorrow]
                """);
        write("2028.yaml", "year: 2028\nyear: 2028\n");
        write("2029.yaml", "just text");
        write("2030.yaml", "year: 2030\nnotice: n\nsource: s\noff: []\nwork: none\n");
        write("next.yml", GOOD.formatted(2031));

        assertThat(faults())
                .satisfiesExactlyInAnyOrder(
                        f -> is(f, "2027.yaml: /year must be 2027, as the file's name says"),
                        f -> is(f, "2027.yaml: /notice must be text"),
                        f -> is(f, "2027.yaml: /source must be text"),
                        f -> is(f, "2027.yaml: /holidays is not a known key"),
                        f -> is(f, "2027.yaml: off 重叠 2027-01-03/2027-01-04 overlaps 元旦 2027-01-01/2027-01-03"),
                        f -> is(f, "2027.yaml: off 倒置 2027-03-02/2027-03-01 ends before it begins"),
                        f -> is(f, "2027.yaml: off 跨年 2027-12-31/2028-01-01 is outside 2027"),
                        f -> is(f, "2027.yaml: /off/4/from must be a date, YYYY-MM-DD"),
                        f -> is(f, "2027.yaml: /off/4/days is not a known key"),
                        f -> is(f, "2027.yaml: /off/5 must be a map"),
                        f -> is(f, "2027.yaml: work 2027-01-02 is also off: 元旦 2027-01-01/2027-01-03"),
                        f -> is(f, "2027.yaml: work 2027-01-05 is a working day anyway, not a Saturday or Sunday"),
                        f -> is(f, "2027.yaml: work 2026-12-26 is outside 2027"),
                        f -> is(f, "2027.yaml: work 2027-02-06 is named twice"),
                        f -> is(f, "2027.yaml: /work/5 must be a date, YYYY-MM-DD"),
                        f -> assertThat(f)
                                .startsWith("2028.yaml: is not YAML: ")
                                .containsIgnoringCase("duplicate"),
                        f -> is(f, "2029.yaml: the document must be a map"),
                        f -> is(f, "2030.yaml: /off must list at least one holiday"),
                        f -> is(f, "2030.yaml: /work must be a list, empty if there is no make-up day"),
                        f -> is(f, "next.yml: must be named <year>.yaml"));
    }

    @Test
    void aFolderThatIsNotThereIsAFault() {
        folder = folder.resolve("missing");

        assertThat(faults()).singleElement().asString().endsWith("missing: is not a folder that can be read");
    }

    @Test
    void anEmptyFileIsAFault() throws IOException {
        write("2027.yaml", "");

        assertThat(faults()).containsExactly("2027.yaml: the document must be a map");
    }

    private List<String> faults() {
        return Objects.requireNonNull(catchThrowableOfType(CalendarException.class, () -> CalendarFiles.load(folder)))
                .faults();
    }

    private static void is(String fault, String expected) {
        assertThat(fault).isEqualTo(expected);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
