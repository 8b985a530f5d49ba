package cn.justicehub.api.loading;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.api.definition.Act;
import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.definition.From;
import cn.justicehub.api.definition.Into;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Random walks over the acts of every built-in type. */
class LifecycleTest {

    private static final List<ExchangeType> TYPES =
            BuiltInTypes.names().stream().map(Examples::load).toList();

    @Property
    void everyWalkStaysInDeclaredStatesAndEndsForGood(
            @ForAll @Size(max = 40) List<@IntRange(max = 999) Integer> choices) {
        for (ExchangeType type : TYPES) {
            String state = type.initialState();
            for (int choice : choices) {
                List<Act> possible = possible(type, state);
                assertThat(possible.isEmpty())
                        .as(state)
                        .isEqualTo(type.endedStates().contains(state));
                if (possible.isEmpty()) {
                    break;
                }
                state = next(possible.get(choice % possible.size()), state, choice);
                assertThat(declared(type)).contains(state);
            }
        }
    }

    @Property
    void everyStateOfAWalkStillLeadsToAnEnd(@ForAll @Size(max = 20) List<@IntRange(max = 999) Integer> choices) {
        for (ExchangeType type : TYPES) {
            String state = type.initialState();
            for (int choice : choices) {
                List<Act> possible = possible(type, state);
                state = possible.isEmpty() ? state : next(possible.get(choice % possible.size()), state, choice);
            }
            assertThat(endsFrom(type, state)).as(state).isTrue();
        }
    }

    private static boolean endsFrom(ExchangeType type, String start) {
        Set<String> seen = new HashSet<>(Set.of(start));
        ArrayDeque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String state = open.remove();
            if (type.endedStates().contains(state)) {
                return true;
            }
            possible(type, state).stream()
                    .flatMap(act -> targets(act, state).stream())
                    .filter(seen::add)
                    .forEach(open::add);
        }
        return false;
    }

    private static List<Act> possible(ExchangeType type, String state) {
        return type.acts().values().stream()
                .filter(act -> allows(type, act, state))
                .toList();
    }

    private static boolean allows(ExchangeType type, Act act, String state) {
        if (act.from() instanceof From.States states) {
            return states.names().contains(state);
        }
        return act.from() instanceof From.AnyOpen && !type.endedStates().contains(state);
    }

    private static String next(Act act, String state, int choice) {
        List<String> targets = targets(act, state);
        return targets.get(choice % targets.size());
    }

    private static List<String> targets(Act act, String state) {
        if (act.into() instanceof Into.State into) {
            return List.of(into.name());
        }
        return act.into() instanceof Into.ByCode byCode
                ? byCode.states().values().stream().sorted().toList()
                : List.of(state);
    }

    private static Set<String> declared(ExchangeType type) {
        return type.labelsZh().keySet().stream()
                .filter(key -> key.startsWith("state."))
                .map(key -> key.substring("state.".length()))
                .collect(Collectors.toSet());
    }
}
