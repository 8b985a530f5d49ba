package cn.justicehub.hub.engine;

import cn.justicehub.api.definition.Act;
import cn.justicehub.api.definition.ClockRule;
import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.definition.From;
import cn.justicehub.api.definition.Guard;
import cn.justicehub.api.definition.Identity;
import cn.justicehub.api.definition.Into;
import cn.justicehub.api.definition.Party;
import cn.justicehub.api.definition.PayloadCheck;
import cn.justicehub.api.violation.Findings;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Exchange types made for one question; the language allows more than defence notices use. */
final class SmallTypes {

    private static final PayloadCheck ANYTHING = new PayloadCheck() {
        @Override
        public Findings check(JsonNode payload) {
            return Findings.NONE;
        }

        @Override
        public JsonNode schema() {
            return JsonNodeFactory.instance.objectNode();
        }
    };

    private SmallTypes() {}

    static Act act(String name, String by, From from, Into into) {
        return new Act(
                name,
                name,
                "EX-00",
                Set.of(by),
                Set.of("asker", "doer"),
                from,
                into,
                false,
                null,
                List.of(),
                null,
                Set.of(),
                ANYTHING);
    }

    static Act opening() {
        return act("ask", "asker", new From.Opening(), new Into.State("ASKED"));
    }

    static Act notBy(Act act, String other) {
        return new Act(
                act.name(),
                act.titleZh(),
                act.exchangeCode(),
                act.by(),
                act.to(),
                act.from(),
                act.into(),
                true,
                other,
                act.when(),
                act.flag(),
                act.releases(),
                act.payload());
    }

    static Act flagging(Act act, String flag) {
        return new Act(
                act.name(),
                act.titleZh(),
                act.exchangeCode(),
                act.by(),
                act.to(),
                act.from(),
                act.into(),
                act.person(),
                act.notBy(),
                act.when(),
                flag,
                act.releases(),
                act.payload());
    }

    /** The act, to be done alike by asker and doer. */
    static Act concurring(Act act, Act.@Nullable Extension extension) {
        return new Act(
                act.name(),
                act.titleZh(),
                act.exchangeCode(),
                Set.of("asker", "doer"),
                act.to(),
                act.from(),
                act.into(),
                act.person(),
                act.notBy(),
                act.when(),
                act.flag(),
                act.releases(),
                act.payload(),
                act.flagByCode(),
                true,
                extension);
    }

    static Act extending(Act act, String clock, String until) {
        return new Act(
                act.name(),
                act.titleZh(),
                act.exchangeCode(),
                act.by(),
                act.to(),
                act.from(),
                act.into(),
                act.person(),
                act.notBy(),
                act.when(),
                act.flag(),
                act.releases(),
                act.payload(),
                act.flagByCode(),
                false,
                new Act.Extension(Set.of(clock), until));
    }

    static Act flaggingByCode(Act act, String pointer, Map<String, String> flags) {
        return new Act(
                act.name(),
                act.titleZh(),
                act.exchangeCode(),
                act.by(),
                act.to(),
                act.from(),
                act.into(),
                act.person(),
                act.notBy(),
                act.when(),
                act.flag(),
                act.releases(),
                act.payload(),
                new Act.FlagByCode(pointer, flags),
                false,
                act.extension());
    }

    static Act guarded(Act act, Guard guard) {
        return new Act(
                act.name(),
                act.titleZh(),
                act.exchangeCode(),
                act.by(),
                act.to(),
                act.from(),
                act.into(),
                act.person(),
                act.notBy(),
                List.of(guard),
                act.flag(),
                act.releases(),
                act.payload());
    }

    static From in(String... states) {
        return new From.States(Set.of(states));
    }

    /** A clock of so many working days that the doer owes and {@code answer} stops. */
    static ClockRule clock(ClockRule.Start start, Set<String> pause, int days, Guard.@Nullable Program unless) {
        return clock(start, pause, new ClockRule.Count(days, ClockRule.Unit.WORKING_DAYS), unless);
    }

    /** The same of any length. */
    static ClockRule clock(
            ClockRule.Start start, Set<String> pause, ClockRule.Count count, Guard.@Nullable Program unless) {
        return new ClockRule(
                "term",
                "时限",
                "doer",
                start,
                Set.of("answer"),
                pause,
                count,
                unless,
                new ClockRule.Due.Flag("OVERDUE"),
                List.of(),
                "1",
                "A",
                LocalDate.of(2026, 1, 1));
    }

    /** A type of these acts, opened by a court, answered by the legal aid centre, over in DONE. */
    static ExchangeType type(List<Act> acts, ClockRule... clocks) {
        Map<String, Act> byName = new LinkedHashMap<>();
        acts.forEach(act -> byName.put(act.name(), act));
        Map<String, ClockRule> rules = new LinkedHashMap<>();
        List.of(clocks).forEach(rule -> rules.put(rule.name(), rule));
        return new ExchangeType(
                "small",
                1,
                "小事项",
                "0".repeat(64),
                new Identity(List.of("/n"), Identity.Again.REFUSE, Identity.Again.REFUSE, Map.of()),
                Map.of(
                        "asker", new Party.Opener("asker", Set.of("court")),
                        "doer", new Party.ByRole("doer", Set.of("legal-aid-centre"))),
                List.of(),
                List.of(),
                "ASKED",
                Set.of("DONE"),
                byName,
                rules,
                Map.of());
    }
}
