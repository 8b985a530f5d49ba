package cn.justicehub.hub.clock;

import cn.justicehub.api.definition.ClockRule;
import cn.justicehub.hub.commit.Effect;
import cn.justicehub.hub.commit.Entry;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.commit.GroupView;
import cn.justicehub.hub.commit.Prepared;
import cn.justicehub.hub.engine.ClockState;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The lapse of a clock, ready for the committer.
 *
 * @param prepared its record so far
 * @param clock the clock as it was found
 * @param rule its rule
 */
record LapseEntry(Prepared prepared, ClockState clock, ClockRule rule) implements Entry {

    @Override
    public Effect decide(GroupView view, EntryId entry, long at) {
        ExchangeState exchange = view.exchange(prepared.exchangeId());
        if (exchange == null) {
            throw Refusal.notFound();
        }
        ClockState now = Lapses.lapsing(view, clock, at);
        ExchangeState flagged = exchange.with(exchange.state(), flags(exchange), exchange.parties(), exchange.ended());
        return new Effect(flagged, List.of(), Map.of(), List.of(now.lapsed(at)), null, null, null, null);
    }

    private Set<String> flags(ExchangeState exchange) {
        Set<String> flags = new TreeSet<>(exchange.flags());
        if (rule.due() instanceof ClockRule.Due.Flag flag) {
            flags.add(flag.name());
        }
        return flags;
    }
}
