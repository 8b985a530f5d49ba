package cn.justicehub.hub.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.api.definition.ClockRule;
import cn.justicehub.api.definition.ClockRule.Count;
import cn.justicehub.api.definition.ClockRule.Start;
import cn.justicehub.api.definition.ClockRule.Step;
import cn.justicehub.api.definition.ClockRule.Step.Base;
import cn.justicehub.api.definition.ClockRule.Unit;
import cn.justicehub.hub.time.BusinessClock;
import cn.justicehub.hub.time.CalendarFiles;
import cn.justicehub.hub.time.StatutoryClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When the next step of a ladder is to be taken. */
class LadderTest {

    /** A Wednesday: three days end with Saturday, and are due on Monday. */
    private static final long START = millis("2026-11-25T09:00");

    private static final Step WARN = new Step(Base.ALARM, true, new Count(24, Unit.HOURS), "doer", "经办人");
    private static final Step DUE = new Step(Base.DUE, false, null, "doer", "负责人");
    private static final Step LATER = new Step(Base.DUE, false, new Count(1, Unit.WORKING_DAYS), Step.BUREAU, "局领导");

    private final ClockTimes times = new ClockTimes(new StatutoryClock(CalendarFiles.builtIn()));

    private static long millis(String local) {
        return LocalDateTime.parse(local).atZone(BusinessClock.ZONE).toInstant().toEpochMilli();
    }

    private static ClockRule rule(Count count, Set<String> pause, Step... ladder) {
        return new ClockRule(
                "term",
                "时限",
                "doer",
                new Start.Received("ask"),
                Set.of("answer"),
                pause,
                count,
                null,
                new ClockRule.Due.Flag("OVERDUE"),
                List.of(ladder),
                "1",
                "A",
                LocalDate.of(2026, 1, 1));
    }

    private ClockState running(ClockRule rule, @Nullable Instant received) {
        return times.running(rule, new ClockTimes.Origin(new UUID(0, 1), 1, "doer", 7, START), received);
    }

    private static ClockRule threeDays(Step... ladder) {
        return rule(new Count(3, Unit.DAYS), Set.of(), ladder);
    }

    @Test
    void stepsFollowEachOtherToTheTop() {
        ClockRule rule = threeDays(WARN, DUE, LATER);
        ClockKeeper keeper = new ClockKeeper(new StatutoryClock(CalendarFiles.builtIn()));

        ClockState first = running(rule, Instant.ofEpochMilli(START));
        ClockState second = keeper.stepped(first, rule);
        ClockState third = keeper.stepped(second, rule);

        assertThat(first.ladder()).isEqualTo(new ClockState.Ladder(0, millis("2026-11-28T00:00")));
        assertThat(second.ladder()).isEqualTo(new ClockState.Ladder(1, millis("2026-12-01T00:00")));
        assertThat(third.ladder()).isEqualTo(new ClockState.Ladder(2, millis("2026-12-02T00:00")));
        assertThat(keeper.stepped(third, rule).ladder()).isEqualTo(new ClockState.Ladder(3, null));
    }

    @Test
    void whatCountsFromTheDueTimeWaitsForIt() {
        ClockRule rule = threeDays(DUE);
        ClockState sent = running(rule, null);

        ClockState received = times.retimed(sent, rule, Instant.ofEpochMilli(millis("2026-11-27T09:00")));

        assertThat(sent.ladder()).isEqualTo(new ClockState.Ladder(0, null));
        assertThat(received.ladder()).isEqualTo(new ClockState.Ladder(0, millis("2026-12-01T00:00")));
    }

    @Test
    void whatWouldComeBeforeTheStartIsPassedOver() {
        ClockRule rule = rule(new Count(24, Unit.HOURS), Set.of(), WARN, DUE);

        ClockState clock = running(rule, Instant.ofEpochMilli(START));

        assertThat(clock.ladder()).isEqualTo(new ClockState.Ladder(1, clock.dueAt()));
    }

    @Test
    void aStepIsTakenWhileTheClockRunsOnly() {
        ClockState clock = running(threeDays(WARN), Instant.ofEpochMilli(START));
        long then = millis("2026-11-28T00:00");

        assertThat(clock.stepsBy(then - 1)).isFalse();
        assertThat(clock.stepsBy(then)).isTrue();
        assertThat(clock.paused(START).stepsBy(then)).isFalse();
        assertThat(clock.stopped(START).stepsBy(then)).isFalse();
        assertThat(clock.lapsed(START).stepsBy(then))
                .as("and goes on when it has lapsed")
                .isTrue();
    }

    @Test
    void aPauseMovesTheStepsThatAreLeft() {
        ClockRule rule = threeDays(WARN, DUE);
        ClockState clock = running(rule, Instant.ofEpochMilli(START));

        ClockState resumed = times.resumed(clock.paused(millis("2026-11-26T09:00")), rule, millis("2026-11-28T09:00"));

        assertThat(resumed.ladder()).isEqualTo(new ClockState.Ladder(0, millis("2026-11-30T00:00")));
    }

    @Test
    void aClockWithoutALadderHasNoSteps() {
        assertThat(running(threeDays(), Instant.ofEpochMilli(START)).ladder()).isEqualTo(ClockState.Ladder.NONE);
    }
}
