package cn.justicehub.hub.intake;

import cn.justicehub.api.definition.Act;
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
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.problem.Refusal;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An opening act that comes once more under another messageId while its exchange is open: the same joins, something else
 * amends, as far as the definition lets it. State and clocks stay as they are, so that nothing counts twice.
 *
 * @param prepared its record so far, of the open exchange
 * @param type the definition in force
 * @param warnings codes found before the lock
 * @param keys by what the exchange is found, as the act now says
 * @param catalogue agencies in force
 */
record AgainEntry(Prepared prepared, ExchangeType type, List<String> warnings, Effect.Keys keys, Catalogue catalogue)
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
        return new Effect(
                again == Again.AMEND ? withActor(exchange) : exchange,
                withDuplicate(),
                again == Again.AMEND ? receivers(exchange) : Map.of(),
                List.of(),
                null,
                null,
                again == Again.AMEND ? keys : null,
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

    private List<String> withDuplicate() {
        Set<String> all = new LinkedHashSet<>(warnings);
        all.add(DUPLICATE);
        return List.copyOf(all);
    }

    /** Whoever got the first, and who has taken a place among them since. */
    private Map<String, Mode> receivers(ExchangeState exchange) {
        Act act = type.opening();
        Set<String> receivers = act.to().stream()
                .map(exchange.parties()::get)
                .filter(agency -> agency != null && !agency.equals(prepared.sender()))
                .collect(Collectors.toSet());
        return new KnownAgencies(catalogue.agencies()).modes(receivers);
    }
}
