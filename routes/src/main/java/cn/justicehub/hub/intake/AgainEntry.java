package cn.justicehub.hub.intake;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.definition.Identity.Again;
import cn.justicehub.api.definition.Party;
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
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.problem.Refusal;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An opening act that comes once more under another messageId while its exchange is open: the same joins, something else
 * amends, as far as the definition lets it. The state and what runs stay as they are, so that nothing counts twice.
 *
 * @param prepared its record so far, of the open exchange
 * @param type the definition in force
 * @param request what is asked
 * @param warnings codes found before the lock
 * @param keys by what the exchange is found, as the act now says
 * @param catalogue agencies in force
 * @param clocks keeper of statutory times
 */
record AgainEntry(
        Prepared prepared,
        ExchangeType type,
        ActRequest request,
        List<String> warnings,
        Effect.Keys keys,
        Catalogue catalogue,
        ClockKeeper clocks)
        implements Entry {

    /** Warning code of what joined or amended instead of opening. */
    static final String DUPLICATE = "E-DUP";

    private static final Duration RETRY = Duration.ofSeconds(1);

    @Override
    public List<BusinessKey> businessKeys() {
        return keys.businessKeys(type.name());
    }

    @Override
    public Effect decide(GroupView view, EntryId entry, long at) {
        GroupView.Open open = open(view);
        ExchangeState exchange = view.exchange(prepared.exchangeId());
        if (open == null || exchange == null || !open.exchangeId().equals(exchange.exchangeId())) {
            throw Refusal.unavailable("该事项刚刚办结，请用同一报文编号重试", "the exchange has just ended; repeat", RETRY);
        }
        boolean same = open.content() != null && prepared.hasContent(open.content());
        Again again = same ? type.identity().same() : type.identity().changed();
        if (again == Again.REFUSE
                || !isOpener(exchange)
                || catalogue.pinned(exchange.definitionDigest()).version() != type.version()) {
            throw ActEntry.alreadyOpen(exchange, prepared.sender());
        }
        if (again == Again.AMEND && bindsByOpening()) {
            throw ActEntry.alreadyOpen(exchange, prepared.sender()); // it would go to whom the first one bound
        }
        return again == Again.AMEND
                ? amended(exchange, entry, view.clocks(exchange.exchangeId()))
                : new Effect(exchange, withDuplicate(false), Map.of(), List.of(), null, null, null, null);
    }

    /** The exchange goes by the definition that it keeps. */
    private Effect amended(ExchangeState exchange, EntryId entry, List<ClockState> known) {
        ExchangeType kept = catalogue.pinned(exchange.definitionDigest());
        ClockKeeper.Result judged = clocks.amended(
                new ClockKeeper.Happened(
                        kept, exchange, exchange, request, Set.of(), entry.number(), exchange.openedAt()),
                known);
        Set<String> flags = new TreeSet<>(exchange.flags());
        flags.addAll(judged.flags());
        ExchangeState after = withActor(exchange).with(exchange.state(), flags, exchange.parties(), exchange.ended());
        return new Effect(
                after,
                withDuplicate(judged.late()),
                receivers(kept, exchange),
                judged.clocks(),
                null,
                null,
                keys,
                null);
    }

    private GroupView.@Nullable Open open(GroupView view) {
        return keys.businessKeys().stream()
                .map(key -> view.openWith(type.name(), key))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private boolean isOpener(ExchangeState exchange) {
        return type.parties().values().stream()
                .filter(Party.Opener.class::isInstance)
                .anyMatch(party -> prepared.sender().equals(exchange.parties().get(party.name())));
    }

    private boolean bindsByOpening() {
        return type.parties().values().stream()
                .anyMatch(party -> party instanceof Party.Bound bound
                        && bound.act().equals(type.opening().name()));
    }

    /** Whoever changes what is said has said it. */
    private ExchangeState withActor(ExchangeState exchange) {
        if (prepared.actor() == null) {
            return exchange;
        }
        Map<String, String> actors = new HashMap<>(exchange.actors());
        actors.put(type.opening().name(), prepared.actor());
        return exchange.withActors(actors);
    }

    private List<String> withDuplicate(boolean late) {
        Set<String> all = new LinkedHashSet<>(warnings);
        all.add(DUPLICATE);
        if (late) {
            all.add(ClockKeeper.LATE);
        }
        return List.copyOf(all);
    }

    /** Whoever got the first, and who has taken a place among them since; and who is to get it as the exchange stands. */
    private Map<String, Mode> receivers(ExchangeType kept, ExchangeState exchange) {
        Set<String> told = new LinkedHashSet<>(kept.opening().to());
        kept.identity().amendTo().forEach((party, states) -> {
            if (states.contains(exchange.state())) {
                told.add(party);
            }
        });
        Set<String> receivers = told.stream()
                .map(exchange.parties()::get)
                .filter(agency -> agency != null && !agency.equals(prepared.sender()))
                .collect(Collectors.toSet());
        return new KnownAgencies(catalogue.agencies()).modes(receivers);
    }
}
