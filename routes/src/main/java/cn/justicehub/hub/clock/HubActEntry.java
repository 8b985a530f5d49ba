package cn.justicehub.hub.clock;

import cn.justicehub.hub.commit.DeliveryState.Mode;
import cn.justicehub.hub.commit.Effect;
import cn.justicehub.hub.commit.Entry;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.commit.GroupView;
import cn.justicehub.hub.commit.Prepared;
import cn.justicehub.hub.definitions.KnownAgencies;
import cn.justicehub.hub.engine.ActRequest;
import cn.justicehub.hub.engine.ClockKeeper;
import cn.justicehub.hub.engine.ClockState;
import cn.justicehub.hub.engine.Decision;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.engine.Lifecycle;
import cn.justicehub.hub.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the hub does when a clock lapses, in the same step as the lapse, ready for the committer. The clock ends with it.
 *
 * @param prepared its record so far
 * @param due the clock as it was found, with its rule and the definition of its exchange
 * @param request the act that the hub does
 * @param agencies in force
 * @param clocks keeper of statutory times
 */
record HubActEntry(
        Prepared prepared, ClockRecords.Known due, ActRequest request, KnownAgencies agencies, ClockKeeper clocks)
        implements Entry {

    @Override
    public Effect decide(GroupView view, EntryId entry, long at) {
        ExchangeState before = view.exchange(prepared.exchangeId());
        if (before == null) {
            throw Refusal.notFound();
        }
        ClockState lapsing = Lapses.lapsing(view, due.clock(), at);
        if (lapsing.stepsBy(at)) { // after downtime: whoever was to be warned is told that first
            throw Refusal.of(409, "E-STATE", "", "该时限的提醒尚未发出", "a step of the clock's ladder comes first");
        }
        ClockState lapsed = lapsing.lapsed(at).stopped(at);
        Decision decision = Lifecycle.decide(due.type(), before, request, agencies);
        ExchangeState decided = decision.after();
        if (decided == null) {
            throw Refusal.of(409, decision.violations());
        }
        Map<String, Mode> receivers = agencies.modes(decision.receivers());
        ClockKeeper.Result timed = clocks.after(
                new ClockKeeper.Happened(
                        due.type(), before, decided, request, KnownAgencies.pulled(receivers), entry.number(), at),
                with(lapsed, view.clocks(before.exchangeId())));
        List<ClockState> changed = new ArrayList<>(timed.clocks());
        changed.add(lapsed);
        Set<String> flags = new TreeSet<>(decided.flags());
        flags.addAll(timed.flags());
        ExchangeState after = decided.with(decided.state(), flags, decided.parties(), decided.ended());
        return new Effect(after, decision.warnings(), receivers, changed, null, null, null, null);
    }

    private static List<ClockState> with(ClockState lapsed, List<ClockState> all) {
        return all.stream()
                .map(clock -> clock.name().equals(lapsed.name()) && clock.occurrence() == lapsed.occurrence()
                        ? lapsed
                        : clock)
                .toList();
    }
}
