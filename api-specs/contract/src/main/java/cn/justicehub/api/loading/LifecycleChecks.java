package cn.justicehub.api.loading;

import cn.justicehub.api.definition.From;
import cn.justicehub.api.definition.Into;
import cn.justicehub.api.loading.TypeDraft.ActDraft;
import java.util.List;
import java.util.Set;

/** Whether the states and the acts between them hold together. */
final class LifecycleChecks {

    private final TypeDraft draft;
    private final Lifecycle lifecycle;
    private final Section root;

    LifecycleChecks(TypeDraft draft, Lifecycle lifecycle, Section root) {
        this.draft = draft;
        this.lifecycle = lifecycle;
        this.root = root;
    }

    void run() {
        checkOpening();
        if (draft.ended().isEmpty()) {
            root.fault("ended", "'ended' names no state: the exchange would never end");
        }
        Set<String> reachable = lifecycle.reachable();
        for (String state : lifecycle.states()) {
            checkState(state, reachable.contains(state));
        }
        draft.acts().values().forEach(this::checkFromEnded);
    }

    private void checkOpening() {
        List<ActDraft> opening =
                draft.acts().values().stream().filter(ActDraft::opens).toList();
        if (opening.size() != 1) {
            root.fault("acts", "exactly one act opens the exchange (has no 'from'), not " + opening.size());
        }
        for (ActDraft act : opening) {
            if (!(act.into() instanceof Into.State)) {
                act.at().fault("into", "the opening act must lead into one state");
            }
        }
    }

    private void checkState(String state, boolean reachable) {
        if (!Names.UPPER.matcher(state).matches()) {
            root.fault("acts", "'" + state + "' cannot be the name of a state");
        }
        if (!reachable) {
            root.fault("acts", "state '" + state + "' is unreachable");
        }
        if (!draft.ended().contains(state) && !lifecycle.hasWayOut(state)) {
            root.fault("acts", "state '" + state + "' has no way out and is not among 'ended'");
        }
    }

    private void checkFromEnded(ActDraft act) {
        if (act.from() instanceof From.States from) {
            from.names().stream()
                    .filter(draft.ended()::contains)
                    .forEach(state -> act.at().fault("from", "nothing can be done in the ended state '" + state + "'"));
        }
    }
}
