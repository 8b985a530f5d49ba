package cn.justicehub.api.loading;

import cn.justicehub.api.definition.From;
import cn.justicehub.api.definition.Into;
import cn.justicehub.api.loading.TypeDraft.ActDraft;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/** The states of a type as a graph whose edges are its acts. */
final class Lifecycle {

    private final Collection<ActDraft> acts;
    private final Set<String> ended;
    private final Set<String> states = new LinkedHashSet<>();

    Lifecycle(TypeDraft draft) {
        this.acts = draft.acts().values();
        this.ended = draft.ended();
        for (ActDraft act : acts) {
            states.addAll(targets(act));
            if (act.from() instanceof From.States from) {
                states.addAll(from.names());
            }
        }
        states.addAll(ended);
    }

    /** Every state that the definition names. */
    Set<String> states() {
        return states;
    }

    /** The states an act leads to; none when it leaves the state as it is. */
    static Set<String> targets(ActDraft act) {
        if (act.into() instanceof Into.State state) {
            return Set.of(state.name());
        }
        return act.into() instanceof Into.ByCode byCode
                ? Set.copyOf(byCode.states().values())
                : Set.of();
    }

    /** Whether the act may be done in this state. */
    boolean allows(ActDraft act, String state) {
        if (act.from() instanceof From.States from) {
            return from.names().contains(state);
        }
        return act.from() instanceof From.AnyOpen && !ended.contains(state);
    }

    /** The states just after an act. */
    Set<String> after(ActDraft act) {
        Set<String> after = new LinkedHashSet<>(targets(act));
        if (after.isEmpty()) {
            states.stream().filter(state -> allows(act, state)).forEach(after::add);
        }
        return after;
    }

    Set<String> reachable() {
        Set<String> start = new LinkedHashSet<>();
        acts.stream().filter(ActDraft::opens).forEach(act -> start.addAll(targets(act)));
        return reachable(start, act -> true);
    }

    /** All states to be reached from these, themselves included, by acts that the predicate lets pass. */
    Set<String> reachable(Set<String> start, Predicate<ActDraft> passes) {
        Set<String> reached = new LinkedHashSet<>(start);
        Deque<String> open = new ArrayDeque<>(start);
        while (!open.isEmpty()) {
            String state = open.remove();
            for (ActDraft act : acts) {
                if (passes.test(act) && allows(act, state)) {
                    targets(act).stream().filter(reached::add).forEach(open::add);
                }
            }
        }
        return reached;
    }

    boolean hasWayOut(String state) {
        return acts.stream()
                .filter(act -> allows(act, state))
                .anyMatch(act -> targets(act).stream().anyMatch(target -> !target.equals(state)));
    }
}
