package cn.justicehub.hub.intake;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.violation.Violation;
import cn.justicehub.hub.commit.BusinessKey;
import cn.justicehub.hub.commit.DeliveryState.Mode;
import cn.justicehub.hub.commit.Effect;
import cn.justicehub.hub.commit.Entry;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.commit.GroupView;
import cn.justicehub.hub.commit.Prepared;
import cn.justicehub.hub.definitions.Catalogue;
import cn.justicehub.hub.definitions.KnownAgencies;
import cn.justicehub.hub.engine.ActRequest;
import cn.justicehub.hub.engine.ClockKeeper;
import cn.justicehub.hub.engine.ClockState;
import cn.justicehub.hub.engine.Concurrence;
import cn.justicehub.hub.engine.Decision;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.engine.Extensions;
import cn.justicehub.hub.engine.Lifecycle;
import cn.justicehub.hub.problem.Refusal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An act of an agency, or of the hub, ready for the committer.
 *
 * @param prepared its record so far
 * @param type the definition its exchange keeps
 * @param request what is asked
 * @param warnings codes found before the lock
 * @param opens keys of the exchange it opens, or null
 * @param catalogue agencies in force
 * @param clocks keeper of statutory times
 */
record ActEntry(
        Prepared prepared,
        ExchangeType type,
        ActRequest request,
        List<String> warnings,
        Effect.@Nullable Keys opens,
        Catalogue catalogue,
        ClockKeeper clocks)
        implements Entry {

    /** Warning code of an act that takes effect only when the others have done it alike. */
    static final String WAITS = "W-CONCURRENCE";

    @Override
    public List<BusinessKey> businessKeys() {
        return opens == null ? List.of() : opens.businessKeys(type.name());
    }

    @Override
    public Effect decide(GroupView view, EntryId entry, long at) {
        ExchangeState before = before(view, at);
        KnownAgencies agencies = new KnownAgencies(catalogue.agencies());
        Decision decision = Lifecycle.decide(type, before, request, agencies);
        ExchangeState decided = decision.after();
        if (decided == null) {
            throw Statuses.refuse(decision.violations());
        }
        List<ClockState> running = view.clocks(decided.exchangeId());
        Foreclosed.check(type, request, running, at);
        List<Violation> faults = Extensions.faults(type, request, running);
        if (!faults.isEmpty()) {
            throw Statuses.refuse(faults);
        }
        Map<String, Mode> receivers = agencies.modes(decision.receivers());
        ExchangeState waiting =
                Concurrence.waiting(type, before, request, prepared.contentDigest(), prepared::hasContent);
        if (waiting != null) {
            ExchangeState noted = waiting.withActors(decided.actors());
            return new Effect(noted, waits(decision), receivers, List.of(), null, null, null, null);
        }
        ClockKeeper.Result timed = clocks.after(
                new ClockKeeper.Happened(
                        type, before, decided, request, KnownAgencies.pulled(receivers), entry.number(), at),
                running);
        Set<String> flags = new TreeSet<>(decided.flags());
        flags.addAll(timed.flags());
        ExchangeState after = decided.with(decided.state(), flags, decided.parties(), decided.ended());
        return new Effect(
                Concurrence.settled(after, request),
                allWarnings(decision, timed),
                receivers,
                timed.clocks(),
                null,
                null,
                opens,
                null);
    }

    private ExchangeState before(GroupView view, long at) {
        if (opens == null) {
            ExchangeState exchange = view.exchange(prepared.exchangeId());
            if (exchange == null) {
                throw Refusal.notFound();
            }
            return exchange;
        }
        for (byte[] businessKey : opens.businessKeys()) {
            GroupView.Open open = view.openWith(type.name(), businessKey);
            if (open != null) {
                throw alreadyOpen(view.exchange(open.exchangeId()), prepared.sender());
            }
        }
        return blank(type, prepared.exchangeId(), at);
    }

    /** An exchange that nothing has happened in yet. */
    static ExchangeState blank(ExchangeType type, UUID exchangeId, long at) {
        return new ExchangeState(
                exchangeId, type.name(), type.digest(), "", Set.of(), Map.of(), Map.of(), at, at, false, 0, 0, 0);
    }

    /** Names the open exchange, but only to who takes part in it. */
    static Refusal alreadyOpen(@Nullable ExchangeState exchange, String sender) {
        String which = exchange != null && exchange.isParty(sender) ? " (" + exchange.exchangeId() + ")" : "";
        return Refusal.of(
                409,
                "E-DUP",
                "/payload",
                "同一事项已在办理，不得重复发起" + which,
                "an exchange with the same business key is open" + which);
    }

    private List<String> waits(Decision decision) {
        Set<String> all = new LinkedHashSet<>(warnings);
        all.addAll(decision.warnings());
        all.add(WAITS);
        return List.copyOf(all);
    }

    private List<String> allWarnings(Decision decision, ClockKeeper.Result timed) {
        Set<String> all = new LinkedHashSet<>(warnings);
        all.addAll(decision.warnings());
        if (timed.late()) {
            all.add(ClockKeeper.LATE);
        }
        return List.copyOf(all);
    }
}
