package cn.justicehub.hub.time;

import static cn.justicehub.hub.time.Times.CLOCK;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.api.definition.ClockRule.Count;
import cn.justicehub.api.definition.ClockRule.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every clock, over years with and without a calendar. */
class StatutoryClockPropertiesTest {

    private static final BusinessCalendar CALENDAR = CalendarFiles.builtIn();

    @Provide
    Arbitrary<Instant> instants() {
        long first = Instant.parse("2023-10-01T00:00:00Z").getEpochSecond();
        long last = Instant.parse("2027-06-30T00:00:00Z").getEpochSecond();
        return Arbitraries.longs().between(first, last).map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<Count> counts() {
        return Combinators.combine(Arbitraries.integers().between(1, 60), Arbitraries.of(Unit.class))
                .as(Count::new)
                .map(count -> count.unit() == Unit.YEARS ? new Count(1 + count.value() % 3, Unit.YEARS) : count);
    }

    @Provide
    Arbitrary<Pauses> pauses() {
        Arbitrary<Pause> pause = Combinators.combine(
                        instants(), Arbitraries.integers().between(0, 60 * 24 * 40))
                .as((from, minutes) -> new Pause(from, from.plus(Duration.ofMinutes(minutes))));
        return pause.list().ofMaxSize(5).map(Pauses::new);
    }

    @Property
    void dueIsMonotoneInReceipt(
            @ForAll("instants") Instant one, @ForAll("instants") Instant other, @ForAll("counts") Count count) {
        assertDueInOrder(one, other, count, Pauses.NONE);
    }

    @Property
    void dueIsMonotoneInReceiptWithPauses(
            @ForAll("instants") Instant one,
            @ForAll("instants") Instant other,
            @ForAll("counts") Count count,
            @ForAll("pauses") Pauses pauses) {
        // The days left of a month depend on which month it was: only fixed lengths are monotone under a pause.
        Assume.that(count.unit() != Unit.MONTHS && count.unit() != Unit.YEARS);
        assertDueInOrder(one, other, count, pauses);
    }

    private static void assertDueInOrder(Instant one, Instant other, Count count, Pauses pauses) {
        Instant earlier = one.isBefore(other) ? one : other;
        Instant later = one.isBefore(other) ? other : one;

        assertThat(CLOCK.compute(earlier, earlier, count, pauses).dueAt())
                .isBeforeOrEqualTo(CLOCK.compute(later, later, count, pauses).dueAt());
    }

    @Property
    void dueIsNeverOnARestDayNorBeforeTheAlarm(
            @ForAll("instants") Instant accepted,
            @ForAll("instants") Instant received,
            @ForAll("counts") Count count,
            @ForAll("pauses") Pauses pauses) {
        Deadline deadline = CLOCK.compute(accepted, received, count, pauses);

        assertThat(deadline.alarmAt()).isAfter(accepted).isBeforeOrEqualTo(deadline.dueAt());
        assertThat(deadline.dueAt()).isAfter(received);
        if (count.unit() != Unit.HOURS) {
            LocalDate due = requireNonNull(deadline.dueDate());
            assertThat(CALENDAR.isWorkingDay(due)).isTrue();
            assertThat(deadline.dueAt()).isEqualTo(Times.endOf(due));
        }
    }

    @Property
    void noClockLapsesInsideAPauseItWasStillRunningInto(
            @ForAll("instants") Instant start, @ForAll("counts") Count count, @ForAll("pauses") Pauses pauses) {
        Instant dueAt =
                requireNonNull(CLOCK.compute(start, start, count, pauses).dueAt());

        assertThat(pauses.intervals())
                .noneMatch(pause -> pause.from().isBefore(dueAt)
                        && requireNonNull(pause.to()).isAfter(dueAt));
    }

    @Property
    void aPauseAddsExactlyItself(
            @ForAll("instants") Instant start, @ForAll("counts") Count count, @ForAll("instants") Instant from) {
        Deadline base = CLOCK.compute(start, null, count, Pauses.NONE);
        Assume.that(!from.isBefore(start) && from.isBefore(requireNonNull(base.alarmAt())));
        for (int hours : new int[] {0, 1, 30, 24 * 9, 24 * 40}) {
            Instant to = from.plus(Duration.ofHours(hours));
            Deadline paused = CLOCK.compute(start, null, count, new Pauses(List.of(new Pause(from, to))));
            assertThat(length(count.unit(), base, paused))
                    .isEqualTo(
                            switch (count.unit()) {
                                case HOURS -> hours;
                                case WORKING_DAYS ->
                                    CALENDAR.workingDaysBetween(HubZone.dateOf(from), HubZone.dateOf(to));
                                default -> ChronoUnit.DAYS.between(HubZone.dateOf(from), HubZone.dateOf(to));
                            });
        }
    }

    private static long length(Unit unit, Deadline base, Deadline paused) {
        if (unit == Unit.HOURS) {
            return Duration.between(requireNonNull(base.alarmAt()), requireNonNull(paused.alarmAt()))
                    .toHours();
        }
        LocalDate first = requireNonNull(base.alarmDate());
        LocalDate last = requireNonNull(paused.alarmDate());
        return unit == Unit.WORKING_DAYS
                ? CALENDAR.workingDaysBetween(first, last)
                : ChronoUnit.DAYS.between(first, last);
    }

    @Property
    void aMonthEndsOnTheSameDayNumberOrElseAtItsEnd(@ForAll("instants") Instant start) {
        LocalDate first = HubZone.dateOf(start);
        YearMonth next = YearMonth.from(first).plusMonths(1);

        assertThat(CLOCK.fromDate(first, new Count(1, Unit.MONTHS)).alarmDate())
                .isEqualTo(next.atDay(Math.min(first.getDayOfMonth(), next.lengthOfMonth())));
    }

    @Property
    void whatIsDoneAtTheLatestStillLeavesTheWholeTimeBeforeTheEvent(
            @ForAll("instants") Instant event, @ForAll("counts") Count count) {
        Assume.that(count.unit() == Unit.DAYS || count.unit() == Unit.WORKING_DAYS);
        LocalDate day = HubZone.dateOf(event);
        LocalDate latest = requireNonNull(CLOCK.before(day, count).date());

        assertThat(CLOCK.fromDate(latest, count).alarmDate()).isBeforeOrEqualTo(CALENDAR.roll(day));
        assertThat(CLOCK.fromDate(latest.plusDays(1), count).alarmDate()).isAfterOrEqualTo(day);
    }
}
