package cn.justicehub.hub.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.api.definition.Act;
import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.definition.From;
import cn.justicehub.api.definition.Into;
import cn.justicehub.api.violation.Violation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever parties do, in whatever order: an exchange stays in its definition. */
class RandomWalkTest {

    private static final ExchangeType TYPE = Walk.NOTICE;
    private static final Set<String> STATES = declared();

    private static Set<String> declared() {
        Set<String> states = new LinkedHashSet<>(TYPE.endedStates());
        for (Act act : TYPE.acts().values()) {
            if (act.into() instanceof Into.State into) {
                states.add(into.name());
            }
        }
        return states;
    }

    @Provide
    Arbitrary<List<String>> acts() {
        return Arbitraries.of(TYPE.acts().keySet()).list().ofMinSize(1).ofMaxSize(40);
    }

    /** Acts that are possible where the walk stands, so that it gets far. */
    @Provide
    Arbitrary<List<Integer>> choices() {
        return Arbitraries.integers().between(0, 99).list().ofMinSize(1).ofMaxSize(40);
    }

    @Property
    void anyOrderOfActs(@ForAll("acts") List<String> acts) {
        Walk walk = opened();
        for (String act : acts) {
            step(walk, Objects.requireNonNull(TYPE.act(act)));
        }
    }

    @Property
    void possibleActsOnly(@ForAll("choices") List<Integer> choices) {
        Walk walk = opened();
        for (int choice : choices) {
            List<Act> possible = TYPE.acts().values().stream()
                    .filter(act -> allowed(act, walk.state()))
                    .toList();
            assertThat(possible.isEmpty()).isEqualTo(walk.state().ended());
            if (!possible.isEmpty()) {
                step(walk, possible.get(choice % possible.size()));
            }
        }
    }

    private static Walk opened() {
        Walk walk = new Walk(TYPE);
        walk.act("2026-11-19T10:00", "submit", Agencies.POLICE, "p1", Payloads.of("submit"));
        return walk;
    }

    private static void step(Walk walk, Act act) {
        ExchangeState before = walk.state();
        Agencies.Known sender = sender(act, before);
        Map<String, Object> payload = payload(act);
        Decision decision = walk.ask(act.name(), sender, "p1", payload);
        boolean placed = before.isParty(sender.code()) || sender.equals(Agencies.HUB);

        if (placed && !act.opens()) {
            assertThat(codes(decision).contains("E-STATE")).isEqualTo(!allowed(act, before));
        }
        if (before.ended()) {
            assertThat(decision.refused()).isTrue();
        }
        assertThat(decision.refused()).isEqualTo(decision.after() == null);
        if (!decision.refused()) {
            walk.act("2026-11-20T10:00", act.name(), sender, "p1", payload);
            assertThat(STATES).contains(walk.state().state());
            assertThat(walk.state().ended())
                    .isEqualTo(TYPE.endedStates().contains(walk.state().state()));
            assertThat(walk.state().seq()).isEqualTo(before.seq() + 1);
            assertThat(walk.state().parties().keySet())
                    .isSubsetOf(TYPE.parties().keySet());
            assertThat(decision.receivers())
                    .isSubsetOf(walk.state().parties().values())
                    .doesNotContain(sender.code());
        }
    }

    /** Whether the definition lets the act be done here, read from its text alone. */
    private static boolean allowed(Act act, ExchangeState state) {
        if (act.from() instanceof From.States from) {
            return from.names().contains(state.state());
        }
        return act.from() instanceof From.AnyOpen && !TYPE.endedStates().contains(state.state());
    }

    private static Agencies.Known sender(Act act, ExchangeState state) {
        String party = act.by().iterator().next();
        if (party.equals(Act.HUB)) {
            return Agencies.HUB;
        }
        String code = state.parties().getOrDefault(party, Agencies.FIRM.code());
        return Agencies.ALL.all().stream()
                .filter(agency -> agency.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> payload(Act act) {
        return act.name().equals("offer") ? Payloads.offerTo(Agencies.FIRM) : Payloads.of(act.name());
    }

    private static List<String> codes(Decision decision) {
        return decision.violations().stream().map(Violation::code).toList();
    }
}
