package cn.justicehub.hub.engine;

import cn.justicehub.api.definition.ClockRule;
import cn.justicehub.api.definition.ClockRule.Start;
import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.hub.time.StatutoryClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Starts, stops, pauses and times the clocks of an exchange: a pure function of what has happened. */
public final class ClockKeeper {

    /** Warning code of an act that came after its time. */
    public static final String LATE = "E-LATE";

    private final ClockTimes times;

    public ClockKeeper(StatutoryClock statutory) {
        this.times = new ClockTimes(statutory);
    }

    /**
     * An act that has been decided.
     *
     * @param type the exchange's definition
     * @param before the exchange before it
     * @param after the exchange after it
     * @param request what was asked
     * @param receivedNow agencies that have the message as soon as it is committed
     * @param entry number of its record
     * @param at acceptance, epoch milliseconds
     */
    public record Happened(
            ExchangeType type,
            ExchangeState before,
            ExchangeState after,
            ActRequest request,
            Set<String> receivedNow,
            long entry,
            long at) {}

    /**
     * What an act does to the clocks.
     *
     * @param clocks clocks that are new or changed
     * @param flags flags to add
     * @param late whether the act's sender owed something before, and came after its time
     */
    public record Result(List<ClockState> clocks, Set<String> flags, boolean late) {}

    /** The clocks after an act. */
    public Result after(Happened happened, List<ClockState> clocks) {
        ClockMoves moves = new ClockMoves(happened, times);
        ClockStarts starts = new ClockStarts(happened, times);
        List<ClockState> changed = new ArrayList<>(moves.of(clocks));
        changed.addAll(starts.of(clocks));
        Judgement judgement = moves.judgement().and(starts.judgement());
        return new Result(List.copyOf(changed), judgement.flags(), judgement.late());
    }

    /** The clock after the step of its ladder that was to be taken. */
    public ClockState stepped(ClockState clock, ClockRule rule) {
        return times.onLadder(clock, rule, clock.ladder().done() + 1);
    }

    /**
     * What an opening act that comes again, and says something else, does to the clocks: a duty that was judged by its
     * first acceptance is judged by that again where its date is another. What counts from receipt goes on as it is.
     *
     * @param happened with the acceptance of the first opening act
     */
    public Result amended(Happened happened, List<ClockState> clocks) {
        ClockStarts starts = new ClockStarts(happened, times);
        List<ClockState> judged = starts.again(clocks);
        return new Result(judged, starts.judgement().flags(), starts.judgement().late());
    }

    /** The clocks that counted on a message's receipt and still run, once its receiver has it. */
    public List<ClockState> received(
            ExchangeType type, List<ClockState> clocks, long entry, String receiver, Instant receivedAt) {
        List<ClockState> timed = new ArrayList<>();
        for (ClockState clock : clocks) {
            ClockRule rule = type.clocks().get(clock.name());
            boolean waits = clock.running()
                    && clock.startedEntry() == entry
                    && clock.receivedAt() == null
                    && clock.owes().equals(receiver);
            if (waits && rule != null && rule.start() instanceof Start.Received) {
                timed.add(times.retimed(clock, rule, receivedAt));
            }
        }
        return timed;
    }
}
