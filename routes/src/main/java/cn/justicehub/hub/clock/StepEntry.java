package cn.justicehub.hub.clock;

import cn.justicehub.api.definition.ClockRule.Step;
import cn.justicehub.hub.commit.DeliveryState.Mode;
import cn.justicehub.hub.commit.Effect;
import cn.justicehub.hub.commit.Entry;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.commit.GroupView;
import cn.justicehub.hub.commit.Prepared;
import cn.justicehub.hub.definitions.KnownAgencies;
import cn.justicehub.hub.engine.ClockKeeper;
import cn.justicehub.hub.engine.ClockState;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step of a clock's ladder, ready for the committer.
 *
 * @param prepared its record so far
 * @param known the clock as it was found, with its rule
 * @param told code of the agency that is told, or null for the bureau
 * @param agencies in force
 * @param clocks keeper of statutory times
 */
record StepEntry(
        Prepared prepared,
        ClockRecords.Known known,
        @Nullable String told,
        KnownAgencies agencies,
        ClockKeeper clocks) implements Entry {

    @Override
    public Effect decide(GroupView view, EntryId entry, long at) {
        ExchangeState exchange = view.exchange(prepared.exchangeId());
        if (exchange == null) {
            throw Refusal.notFound();
        }
        ClockState found = known.clock();
        ClockState now = view.clocks(exchange.exchangeId()).stream()
                .filter(c -> c.name().equals(found.name()) && c.occurrence() == found.occurrence())
                .findFirst()
                .orElseThrow(Refusal::notFound);
        Step step = known.rule().ladder().get(found.ladder().done());
        boolean asFound = now.equals(found) && Objects.equals(told, Steps.told(exchange, step, agencies));
        if (!now.stepsBy(at) || !asFound) { // it is looked at anew, with what it says
            throw Refusal.of(409, "E-STATE", "", "该时限已变动或已提醒", "the clock is not what it was, or the step was taken");
        }
        Map<String, Mode> receivers = told == null ? Map.of() : agencies.modes(Set.of(told));
        return new Effect(
                exchange,
                List.of(),
                receivers,
                List.of(clocks.stepped(now, known.rule())),
                null,
                alarm(now, at),
                null,
                null);
    }

    private Effect.@Nullable AlarmChange alarm(ClockState now, long at) {
        if (told != null) {
            return null;
        }
        Step step = known.rule().ladder().get(now.ladder().done());
        return new Effect.AlarmChange(
                "step/" + now.exchangeId() + "/" + now.name() + "/" + now.occurrence() + "/"
                        + now.ladder().done(),
                now.overBy(at) ? "DEADLINE_MISSED" : "DEADLINE_NEAR",
                now.owes(),
                null,
                known.rule().titleZh() + "，报" + step.personZh());
    }
}
