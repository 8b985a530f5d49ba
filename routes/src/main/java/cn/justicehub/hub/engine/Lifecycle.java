package cn.justicehub.hub.engine;

import cn.justicehub.api.definition.Act;
import cn.justicehub.api.definition.ClockRule;
import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.definition.From;
import cn.justicehub.api.definition.Guard;
import cn.justicehub.api.definition.GuardFault;
import cn.justicehub.api.definition.GuardInput;
import cn.justicehub.api.definition.Into;
import cn.justicehub.api.definition.Party;
import cn.justicehub.api.violation.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decides what an act means: a pure function of definition, exchange and request. */
public final class Lifecycle {

    private final ExchangeType type;
    private final ExchangeState before;
    private final ActRequest request;
    private final Act act;
    private final ActRequest.Agencies agencies;
    private final List<Violation> violations = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private Lifecycle(
            ExchangeType type, ExchangeState before, ActRequest request, Act act, ActRequest.Agencies agencies) {
        this.type = type;
        this.before = before;
        this.request = request;
        this.act = act;
        this.agencies = agencies;
    }

    /**
     * Decides an act.
     *
     * @param type the definition the exchange keeps
     * @param before the exchange before the act; for an opening act the blank one
     * @param request what is asked
     * @param agencies the agencies in force
     */
    public static Decision decide(
            ExchangeType type, ExchangeState before, ActRequest request, ActRequest.Agencies agencies) {
        Act act = type.act(request.act());
        if (act == null) {
            return new Decision(List.of(Refusals.unknownAct()), List.of(), null, Set.of());
        }
        return new Lifecycle(type, before, request, act, agencies).decide();
    }

    private Decision decide() {
        if (!mayAct()) {
            return new Decision(List.of(Refusals.notAllowed()), List.of(), null, Set.of());
        }
        checkState();
        checkPerson();
        checkGuards();
        checkExceptions();
        Map<String, String> parties = bindParties();
        ExchangeState after = before.with(nextState(), nextFlags(), staying(parties), ends());
        if (!violations.isEmpty()) {
            return new Decision(violations, warnings, null, Set.of());
        }
        return new Decision(List.of(), warnings, after.withActors(nextActors()), receivers(parties));
    }

    private boolean mayAct() {
        if (act.by().contains(Act.HUB)) {
            return request.sender().code().equals(ActRequest.Sender.HUB);
        }
        return act.by().stream().anyMatch(this::isSender);
    }

    private boolean isSender(String partyName) {
        Party party = type.parties().get(partyName);
        if (act.opens()) {
            return party instanceof Party.Opener
                    && party.roles().stream().anyMatch(request.sender().roles()::contains);
        }
        return request.sender().code().equals(before.parties().get(partyName));
    }

    private void checkState() {
        if (!possibleNow()) {
            violations.add(Refusals.wrongState(type, act, before.state()));
        }
    }

    private boolean possibleNow() {
        if (act.from() instanceof From.States states) {
            return states.names().contains(before.state());
        }
        return act.opens() ? before.seq() == 0 : !before.ended();
    }

    private void checkPerson() {
        String actor = request.actor();
        if (act.person() && actor == null) {
            violations.add(Refusals.personMissing());
        }
        String other = act.notBy();
        if (actor != null && other != null && actor.equals(before.actors().get(other))) {
            violations.add(Refusals.samePerson(type, other));
        }
    }

    private void checkGuards() {
        GuardInput input = new GuardInput(
                request.payload(),
                before.state(),
                before.flags(),
                request.sender().toGuardVariable());
        for (Guard guard : act.when()) {
            if (!holds(guard, input)) {
                note(guard);
            }
        }
    }

    private void note(Guard guard) {
        if (guard.warning()) {
            warnings.add(guard.code());
        } else {
            violations.add(Violation.of(guard.code(), "/payload", guard.messageZh(), guard.message()));
        }
    }

    /** A guard that cannot be evaluated does not hold: the act is refused or warned about, never waved through. */
    private static boolean holds(Guard guard, GuardInput input) {
        try {
            return guard.program().holds(input);
        } catch (GuardFault fault) {
            return false;
        }
    }

    /** Whether an act starts a clock decides about a duty: an act that leaves that open is refused. */
    private void checkExceptions() {
        StartingAct starting = new StartingAct(request, before, nextState());
        for (ClockRule rule : type.clocks().values()) {
            if (starting.leavesOpen(rule)) {
                violations.add(Refusals.exceptionUnclear(rule));
            }
        }
    }

    private Map<String, String> bindParties() {
        Map<String, String> parties = new HashMap<>(before.parties());
        for (Party party : type.parties().values()) {
            String agency = bound(party);
            if (agency != null) {
                parties.put(party.name(), agency);
            }
        }
        return parties;
    }

    /** Those that have a place still: who leaves with the act gets it, and nothing after it. */
    private Map<String, String> staying(Map<String, String> parties) {
        Map<String, String> staying = new HashMap<>(parties);
        staying.keySet().removeAll(act.releases());
        return staying;
    }

    private @Nullable String bound(Party party) {
        if (party instanceof Party.Bound bound && bound.act().equals(act.name())) {
            return boundBy(bound);
        }
        if (act.opens() && party instanceof Party.ByRole byRole) {
            return onlyOne(byRole);
        }
        boolean opener = act.opens() && party instanceof Party.Opener;
        return opener ? request.sender().code() : null;
    }

    private @Nullable String boundBy(Party.Bound party) {
        Object uscc = Pointers.get(request.payload(), party.pointer());
        String agency = uscc instanceof String text ? agencies.withUscc(text, party.roles()) : null;
        if (agency == null) {
            violations.add(Refusals.unknownAgency("/payload" + party.pointer()));
        }
        return agency;
    }

    private @Nullable String onlyOne(Party.ByRole party) {
        List<String> candidates = agencies.withRole(party.roles());
        if (candidates.size() != 1) {
            violations.add(Refusals.noCompetentAgency(type, party));
            return null;
        }
        return candidates.get(0);
    }

    private String nextState() {
        if (act.into() instanceof Into.State state) {
            return state.name();
        }
        if (act.into() instanceof Into.ByCode byCode) {
            Object code = Pointers.get(request.payload(), byCode.pointer());
            return byCode.states().getOrDefault(String.valueOf(code), before.state());
        }
        return before.state();
    }

    private boolean ends() {
        return type.endedStates().contains(nextState());
    }

    private Set<String> nextFlags() {
        Set<String> flags = new TreeSet<>(before.flags());
        if (act.flag() != null) {
            flags.add(act.flag());
        }
        Act.FlagByCode byCode = act.flagByCode();
        if (byCode != null) {
            String flag = byCode.flags().get(String.valueOf(Pointers.get(request.payload(), byCode.pointer())));
            if (flag != null) {
                flags.add(flag);
            }
        }
        return flags;
    }

    private Map<String, String> nextActors() {
        Map<String, String> actors = new HashMap<>(before.actors());
        if (request.actor() != null) {
            actors.put(act.name(), request.actor());
        }
        return actors;
    }

    /** Everyone the act is addressed to and who has taken their place, except the sender. */
    private Set<String> receivers(Map<String, String> parties) {
        Set<String> receivers = new LinkedHashSet<>();
        for (String party : act.to()) {
            String agency = parties.get(party);
            if (agency != null && !agency.equals(request.sender().code())) {
                receivers.add(agency);
            }
        }
        return receivers;
    }
}
