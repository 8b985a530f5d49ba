package cn.justicehub.hub.engine;

import static cn.justicehub.hub.engine.Agencies.CENTRE;
import static cn.justicehub.hub.engine.Agencies.COURT;
import static cn.justicehub.hub.engine.SmallTypes.act;
import static cn.justicehub.hub.engine.SmallTypes.clock;
import static cn.justicehub.hub.engine.SmallTypes.in;
import static cn.justicehub.hub.engine.SmallTypes.opening;
import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.api.definition.ClockRule;
import cn.justicehub.api.definition.ClockRule.Count;
import cn.justicehub.api.definition.ClockRule.Start;
import cn.justicehub.api.definition.ClockRule.Unit;
import cn.justicehub.api.definition.Into;
import cn.justicehub.hub.time.BusinessClock;
import cn.justicehub.hub.time.CalendarFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** However often an exchange is paused: each pause adds exactly itself to the alarm, in the unit of the clock. */
class PausesTest {

    private static final LocalDateTime ASKED = LocalDateTime.parse("2026-03-02T10:20");

    /** Minutes that the clock runs, then minutes that it stands. */
    record Stretch(int runs, int stands) {}

    @Provide
    Arbitrary<List<Stretch>> stretches() {
        Arbitrary<Integer> minutes = Arbitraries.integers().between(0, 5 * 24 * 60);
        return Combinators.combine(minutes, minutes).as(Stretch::new).list().ofMaxSize(6);
    }

    @Property(tries = 300)
    void hours(@ForAll("stretches") List<Stretch> stretches, @ForAll @IntRange(min = 1, max = 300) int count) {
        Walk walk = walked(new Start.Accepted("ask"), new Count(count, Unit.HOURS), stretches);
        Instant end = instant(ASKED).plus(Duration.ofHours(count));
        Instant at = instant(ASKED);
        for (Stretch stretch : stretches) {
            Instant from = at.plus(Duration.ofMinutes(stretch.runs()));
            at = from.plus(Duration.ofMinutes(stretch.stands()));
            end = from.isBefore(end) ? end.plus(Duration.between(from, at)) : end;
        }

        assertThat(Instant.ofEpochMilli(walk.clock("term").alarmAt())).isEqualTo(end);
    }

    @Property(tries = 300)
    void days(@ForAll("stretches") List<Stretch> stretches, @ForAll @IntRange(min = 1, max = 20) int count) {
        Walk walk = walked(new Start.Accepted("ask"), new Count(count, Unit.DAYS), stretches);

        assertThat(lastDay(walk)).isEqualTo(extended(ASKED.toLocalDate().plusDays(count), stretches));
    }

    @Property(tries = 300)
    void daysFromADate(@ForAll("stretches") List<Stretch> stretches, @ForAll @IntRange(min = 1, max = 20) int count) {
        Walk walk = walked(new Start.PayloadDate("ask", "/since"), new Count(count, Unit.DAYS), stretches);

        assertThat(lastDay(walk)).isEqualTo(extended(ASKED.toLocalDate().plusDays(count), stretches));
    }

    @Property(tries = 300)
    void months(@ForAll("stretches") List<Stretch> stretches, @ForAll @IntRange(min = 1, max = 3) int count) {
        Walk walk = walked(new Start.Accepted("ask"), new Count(count, Unit.MONTHS), stretches);

        assertThat(lastDay(walk)).isEqualTo(extended(ASKED.toLocalDate().plusMonths(count), stretches));
    }

    /** Of working days: as many that are not paused as the clock counts. */
    @Property(tries = 300)
    void workingDays(@ForAll("stretches") List<Stretch> stretches, @ForAll @IntRange(min = 1, max = 15) int count) {
        Walk walk = walked(new Start.Accepted("ask"), new Count(count, Unit.WORKING_DAYS), stretches);
        LocalDate end = CalendarFiles.builtIn().plusWorkingDays(ASKED.toLocalDate(), count);
        LocalDateTime at = ASKED;
        for (Stretch stretch : stretches) {
            LocalDateTime from = at.plusMinutes(stretch.runs());
            at = from.plusMinutes(stretch.stands());
            int paused = CalendarFiles.builtIn().workingDaysBetween(from.toLocalDate(), at.toLocalDate());
            boolean counts = !from.toLocalDate().isAfter(end);
            end = counts ? later(CalendarFiles.builtIn().plusWorkingDays(end, paused), at.toLocalDate()) : end;
        }

        assertThat(lastDay(walk)).isEqualTo(end);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** The last day with each pause that began before it was over. */
    private static LocalDate extended(LocalDate unpaused, List<Stretch> stretches) {
        LocalDate end = unpaused;
        LocalDateTime at = ASKED;
        for (Stretch stretch : stretches) {
            LocalDateTime from = at.plusMinutes(stretch.runs());
            at = from.plusMinutes(stretch.stands());
            boolean counts = !from.toLocalDate().isAfter(end);
            end = counts ? end.plusDays(ChronoUnit.DAYS.between(from.toLocalDate(), at.toLocalDate())) : end;
        }
        return end;
    }

    private static LocalDate lastDay(Walk walk) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(walk.clock("term").alarmAt() - 1), BusinessClock.ZONE);
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(BusinessClock.ZONE).toInstant();
    }

    private static Walk walked(Start start, Count count, List<Stretch> stretches) {
        ClockRule rule = clock(start, Set.of("VERIFYING"), count, null);
        Walk walk = new Walk(SmallTypes.type(
                List.of(
                        opening(),
                        act("verify", "doer", in("ASKED"), new Into.State("VERIFYING")),
                        act("resume", "doer", in("VERIFYING"), new Into.State("ASKED"))),
                rule));
        walk.act(
                ASKED.toString(),
                "ask",
                COURT,
                null,
                Map.of("since", ASKED.toLocalDate().toString()));
        LocalDateTime at = ASKED;
        for (Stretch stretch : stretches) {
            at = at.plusMinutes(stretch.runs());
            walk.act(at.toString(), "verify", CENTRE, null, Map.of());
            at = at.plusMinutes(stretch.stands());
            walk.act(at.toString(), "resume", CENTRE, null, Map.of());
        }
        return walk;
    }
}
