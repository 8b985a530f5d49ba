package cn.justicehub.api.loading;

import cn.justicehub.api.definition.Act;
import cn.justicehub.api.definition.ClockRule.Due;
import cn.justicehub.api.definition.Identity;
import cn.justicehub.api.definition.Party;
import cn.justicehub.api.loading.TypeDraft.ActDraft;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** Whether every act has somebody who may do it, and every party comes to be taken. */
final class PartyChecks {

    private final TypeDraft draft;
    private final Lifecycle lifecycle;
    private final SchemaSet schemas;
    private final Section root;

    PartyChecks(TypeDraft draft, Lifecycle lifecycle, SchemaSet schemas, Section root) {
        this.draft = draft;
        this.lifecycle = lifecycle;
        this.schemas = schemas;
        this.root = root;
    }

    void run() {
        draft.parties().values().forEach(party -> {
            if (party instanceof Party.Bound bound) {
                checkBinding(bound);
            }
        });
        draft.acts().values().forEach(this::checkAct);
        draft.identity().amendTo().forEach(this::checkAmendTo);
    }

    private void checkAmendTo(String name, Set<String> states) {
        Section again = new Section(
                root.faults(),
                root.file(),
                "/identity/again/amendTo",
                root.node().at("/identity/again/amendTo"));
        if (draft.identity().changed() != Identity.Again.AMEND) {
            again.fault(name, "nothing is amended");
        }
        if (!(draft.parties().get(name) instanceof Party.Bound)) {
            again.fault(name, "'" + name + "' is no party that an act binds");
        }
        if (states.isEmpty()) {
            again.fault(name, "'" + name + "' is told in no state");
        }
        states.stream()
                .filter(state -> !lifecycle.states().contains(state))
                .forEach(state -> again.fault(name, "there is no state '" + state + "'"));
    }

    private void checkBinding(Party.Bound bound) {
        Section parties =
                new Section(root.faults(), root.file(), "/parties", root.node().path("parties"));
        if (!draft.acts().containsKey(bound.act())) {
            parties.fault(bound.name(), "'" + bound.name() + "' is bound by the unknown act '" + bound.act() + "'");
            return;
        }
        SchemaView payload = schemas.view(bound.act()).orElse(null);
        if (payload == null) {
            return;
        }
        String place = "'" + bound.pointer() + "' of '" + bound.act() + "'";
        if (payload.at(bound.pointer()).isEmpty()) {
            parties.fault(bound.name(), "the schema has no " + place);
        } else if (!payload.alwaysHas(JsonPointer.compile(bound.pointer()))) {
            parties.fault(bound.name(), place + " is optional, so the party might not be bound");
        } else if (!payload.at(bound.pointer())
                .map(SchemaView::format)
                .orElse("")
                .equals("uscc")) {
            parties.fault(bound.name(), place + " must have the format uscc");
        }
    }

    private void checkAct(ActDraft act) {
        checkKnown(act, "by", act.by());
        checkKnown(act, "to", act.to());
        if (act.to().contains(Act.HUB)) {
            act.at().fault("to", "the hub is nobody's receiver");
        }
        if (act.by().contains(Act.HUB)) {
            checkHubAct(act);
        } else if (act.opens()) {
            checkOpening(act);
        } else if (act.by().stream().noneMatch(name -> mayDo(draft.parties().get(name), act))) {
            act.at().fault("by", "nobody may do '" + act.name() + "'");
        }
        checkNotBy(act);
        checkReleases(act);
    }

    private void checkReleases(ActDraft act) {
        checkKnown(act, "releases", act.releases());
        draft.parties().values().stream()
                .filter(party -> act.releases().contains(party.name()) && !(party instanceof Party.Bound))
                .forEach(party ->
                        act.at().fault("releases", "'" + party.name() + "' cannot leave: no act would bind another"));
        if (act.releases().contains(Act.HUB)) {
            act.at().fault("releases", "the hub has no place to leave");
        }
    }

    private void checkKnown(ActDraft act, String member, Set<String> names) {
        names.stream()
                .filter(name -> !name.equals(Act.HUB) && !draft.parties().containsKey(name))
                .forEach(name -> act.at().fault(member, "there is no party '" + name + "'"));
    }

    private void checkHubAct(ActDraft act) {
        boolean fired = draft.clocks().values().stream()
                .anyMatch(clock ->
                        clock.due() instanceof Due.HubAct due && due.act().equals(act.name()));
        if (act.by().size() > 1) {
            act.at().fault("by", "what the hub does, nobody else does");
        } else if (!fired) {
            act.at().fault("by", "nobody may do '" + act.name() + "': no clock makes the hub do it");
        }
    }

    private void checkOpening(ActDraft act) {
        Set<String> openers = draft.parties().values().stream()
                .filter(Party.Opener.class::isInstance)
                .map(Party::name)
                .collect(Collectors.toSet());
        if (openers.size() != 1 || !act.by().equals(openers)) {
            act.at().fault("by", "the opening act must be by the one party that is the opener");
        }
    }

    /** A bound party can act only in states that its binding act can lead to. */
    private boolean mayDo(@Nullable Party party, ActDraft act) {
        if (!(party instanceof Party.Bound bound)) {
            return party != null;
        }
        ActDraft binding = draft.acts().get(bound.act());
        return binding != null
                && lifecycle.reachable(lifecycle.after(binding), any -> true).stream()
                        .anyMatch(state -> lifecycle.allows(act, state));
    }

    private void checkNotBy(ActDraft act) {
        if (act.notBy() == null) {
            return;
        }
        ActDraft other = draft.acts().get(act.notBy());
        if (other == null) {
            act.at().fault("notBy", "there is no act '" + act.notBy() + "'");
        } else if (!other.person() || !act.person()) {
            act.at().fault("notBy", "'notBy' compares persons: both acts need 'person: true'");
        }
    }
}
