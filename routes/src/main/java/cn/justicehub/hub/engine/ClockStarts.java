package cn.justicehub.hub.engine;

import cn.justicehub.api.definition.ClockRule;
import cn.justicehub.api.definition.ClockRule.Start;
import cn.justicehub.hub.engine.ClockKeeper.Happened;
import cn.justicehub.hub.time.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The clocks that one act starts. */
final class ClockStarts {

    private final Happened happened;
    private final ClockTimes times;
    private final StartingAct starting;
    private Judgement judgement = Judgement.NOTHING;

    ClockStarts(Happened happened, ClockTimes times) {
        this.happened = happened;
        this.times = times;
        this.starting = new StartingAct(
                happened.request(), happened.before(), happened.after().state());
    }

    /** The new clocks, beside those that there are. */
    List<ClockState> of(List<ClockState> clocks) {
        List<ClockState> started = new ArrayList<>();
        for (ClockRule rule : happened.type().clocks().values()) {
            if (isValid(rule) && starting.starts(rule) && !starting.excepted(rule)) {
                started.add(started(rule, occurrence(rule, clocks)));
            }
        }
        return started;
    }

    /** The clocks that are judged by the act's acceptance and whose time is none of those that there are. */
    List<ClockState> again(List<ClockState> clocks) {
        List<ClockState> started = new ArrayList<>();
        for (ClockRule rule : happened.type().clocks().values()) {
            boolean judged = rule.start() instanceof Start.Before
                    || rule.start() instanceof Start.PayloadDate && metByItsStart(rule);
            if (judged && isValid(rule) && starting.starts(rule) && !starting.excepted(rule)) {
                ClockState clock = timed(rule, occurrence(rule, clocks));
                if (clocks.stream().noneMatch(known -> sameTime(known, clock))) {
                    started.add(judged(rule, clock));
                }
            }
        }
        return List.copyOf(started);
    }

    private static boolean sameTime(ClockState known, ClockState clock) {
        return known.name().equals(clock.name())
                && Objects.equals(known.dueDate(), clock.dueDate())
                && Objects.equals(known.dueAt(), clock.dueAt());
    }

    /** What is said of those that are judged at once; meaningful after {@link #of} or {@link #again}. */
    Judgement judgement() {
        return judgement;
    }

    private boolean isValid(ClockRule rule) {
        LocalDate today = LocalDate.ofInstant(at(), BusinessClock.ZONE);
        return !today.isBefore(rule.validFrom());
    }

    private static int occurrence(ClockRule rule, List<ClockState> clocks) {
        return 1
                + (int) clocks.stream()
                        .filter(clock -> clock.name().equals(rule.name()))
                        .count();
    }

    private ClockState started(ClockRule rule, int occurrence) {
        ClockState clock = timed(rule, occurrence);
        if (rule.start() instanceof Start.Before) {
            return judged(rule, clock);
        }
        boolean judged = rule.start() instanceof Start.PayloadDate && metByItsStart(rule);
        return judged ? judged(rule, clock) : maybePaused(rule, clock);
    }

    private ClockState timed(ClockRule rule, int occurrence) {
        ClockTimes.Origin origin = new ClockTimes.Origin(
                happened.after().exchangeId(), occurrence, owner(rule), happened.entry(), happened.at());
        if (rule.start() instanceof Start.PayloadDate date) {
            return times.fromDate(rule, origin, starting.date(date.pointer()));
        }
        if (rule.start() instanceof Start.Before before) {
            return times.before(rule, origin, starting.text(before.pointer()));
        }
        boolean counts = !(rule.start() instanceof Start.Received)
                || happened.receivedNow().contains(origin.owes());
        return times.running(rule, origin, receipt(counts));
    }

    private @Nullable Instant receipt(boolean counts) {
        return counts ? at() : null;
    }

    private String owner(ClockRule rule) {
        return happened.after().parties().getOrDefault(rule.owes(), rule.owes());
    }

    /** A duty that ran before the hub knew of it, such as telling within three days of discovery: judged at once. */
    private boolean metByItsStart(ClockRule rule) {
        return rule.stop().isEmpty() || rule.stop().contains(happened.request().act());
    }

    private ClockState judged(ClockRule rule, ClockState clock) {
        if (clock.lapsesBy(happened.at())) {
            judgement = judgement.and(
                    Judgement.late(rule, clock, happened.request().sender().code()));
            return clock.lapsed(happened.at()).stopped(happened.at());
        }
        return clock.stopped(happened.at());
    }

    /** A clock that starts while its exchange stands in a state that pauses it does not run until that is left. */
    private ClockState maybePaused(ClockRule rule, ClockState clock) {
        boolean pausing = rule.pause().contains(happened.after().state());
        return pausing && !clock.overBy(happened.at()) ? clock.paused(happened.at()) : clock;
    }

    private Instant at() {
        return Instant.ofEpochMilli(happened.at());
    }
}
