package cn.justicehub.hub.engine;

import cn.justicehub.api.definition.ClockRule;
import cn.justicehub.hub.engine.ClockKeeper.Happened;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What one act does to the clocks that run: stops, pauses and resumes them. */
final class ClockMoves {

    private final Happened happened;
    private final ClockTimes times;
    private Judgement judgement = Judgement.NOTHING;

    ClockMoves(Happened happened, ClockTimes times) {
        this.happened = happened;
        this.times = times;
    }

    /** The clocks that change. */
    List<ClockState> of(List<ClockState> clocks) {
        List<ClockState> changed = new ArrayList<>();
        for (ClockState clock : clocks) {
            ClockRule rule = happened.type().clocks().get(clock.name());
            if (rule != null && clock.running()) {
                ClockState next = moved(clock, rule);
                if (!next.equals(clock)) {
                    changed.add(next);
                }
            }
        }
        return changed;
    }

    /** What is said of those that stopped too late; meaningful after {@link #of}. */
    Judgement judgement() {
        return judgement;
    }

    private ClockState moved(ClockState clock, ClockRule rule) {
        if (stops(rule) || happened.after().ended()) {
            return stopped(clock, rule);
        }
        LocalDate until = Extensions.until(happened.type(), happened.request(), rule);
        if (until != null) {
            return times.extended(clock, rule, until);
        }
        boolean pausing = rule.pause().contains(happened.after().state());
        if (pausing && clock.pausedAt() == null) {
            return clock.overBy(happened.at()) ? clock : clock.paused(happened.at());
        }
        if (!pausing && clock.pausedAt() != null) {
            return times.resumed(clock, rule, happened.at());
        }
        return clock;
    }

    private boolean stops(ClockRule rule) {
        return rule.stop().contains(happened.request().act());
    }

    /**
     * A duty met too late lapses in the same moment, even when nobody had said so before. Whether its act is told that
     * it is late must not depend on who was faster.
     */
    private ClockState stopped(ClockState clock, ClockRule rule) {
        boolean lapses = clock.lapsesBy(happened.at());
        if (stops(rule) && (lapses || clock.lapsedAt() != null)) {
            judgement = judgement.and(
                    Judgement.late(rule, clock, happened.request().sender().code()));
            return (lapses ? clock.lapsed(happened.at()) : clock).stopped(happened.at());
        }
        return clock.stopped(happened.at());
    }
}
