package cn.justicehub.api.loading;

import cn.justicehub.api.definition.Act;
import cn.justicehub.api.definition.ClockRule;
import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.definition.Guard;
import cn.justicehub.api.definition.Into;
import cn.justicehub.api.definition.PayloadCheck;
import cn.justicehub.api.loading.TypeDraft.ActDraft;
import cn.justicehub.api.loading.TypeDraft.ClockDraft;
import cn.justicehub.api.loading.TypeDraft.GuardDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a draft without faults together as the type it describes. */
record TypeAssembly(TypeDraft draft, Labels labels, Programs programs) {

    ExchangeType build(String digest, ValidatorFactory validators) {
        Map<String, Act> acts = new LinkedHashMap<>();
        draft.acts().values().forEach(act -> acts.put(act.name(), act(act, validators.check(act.name()))));
        Map<String, ClockRule> clocks = new LinkedHashMap<>();
        draft.clocks().values().forEach(clock -> clocks.put(clock.name(), clock(clock)));
        return new ExchangeType(
                draft.name(),
                draft.version(),
                labels.of("type"),
                digest,
                draft.identity(),
                draft.parties(),
                List.copyOf(draft.keys()),
                List.copyOf(draft.sensitive()),
                initialState(),
                draft.ended(),
                acts,
                clocks,
                labels.all());
    }

    private String initialState() {
        return draft.acts().values().stream()
                .filter(ActDraft::opens)
                .map(act -> ((Into.State) act.into()).name())
                .findFirst()
                .orElseThrow();
    }

    private Act act(ActDraft act, PayloadCheck payload) {
        return new Act(
                act.name(),
                labels.of("act." + act.name()),
                act.exchangeCode(),
                act.by(),
                act.to(),
                act.from(),
                act.into(),
                act.person(),
                act.notBy(),
                act.when().stream().map(this::guard).toList(),
                act.flag(),
                act.releases(),
                payload,
                act.flagByCode(),
                act.quorum(),
                act.extension());
    }

    private Guard guard(GuardDraft guard) {
        return new Guard(
                guard.expression(),
                guard.code(),
                guard.messageZh(),
                guard.message(),
                guard.warning(),
                programs.at(guard.at()));
    }

    private ClockRule clock(ClockDraft clock) {
        return new ClockRule(
                clock.name(),
                labels.of("clock." + clock.name()),
                clock.owes(),
                clock.start(),
                clock.stop(),
                clock.pause(),
                clock.count(),
                clock.unless() == null ? null : programs.at(clock.at()),
                clock.due(),
                clock.ladder(),
                clock.article(),
                clock.mark(),
                clock.validFrom());
    }
}
