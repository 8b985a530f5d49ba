package cn.justicehub.hub.engine;

import cn.justicehub.api.definition.ClockRule;
import cn.justicehub.api.definition.ClockRule.Start;
import cn.justicehub.hub.engine.ClockKeeper.Happened;
import cn.justicehub.hub.time.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

    /** What is said of those that are judged at once; meaningful after {@link #of}. */
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
        ClockTimes.Origin origin = new ClockTimes.Origin(
                happened.after().exchangeId(), occurrence, owner(rule), happened.entry(), happened.at());
        if (rule.start() instanceof Start.PayloadDate date) {
            ClockState clock = times.fromDate(rule, origin, starting.date(date.pointer()));
            return metByItsStart(rule) ? judged(rule, clock) : maybePaused(rule, clock);
        }
        if (rule.start() instanceof Start.Before before) {
            return judged(rule, times.before(rule, origin, starting.text(before.pointer())));
        }
        boolean counts = !(rule.start() instanceof Start.Received)
                || happened.receivedNow().contains(origin.owes());
        return maybePaused(rule, times.running(rule, origin, receipt(counts)));
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
