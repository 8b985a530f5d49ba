package cn.justicehub.hub.exchange;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.server.model.Exchange;
import cn.justicehub.hub.definitions.Catalogue;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.read.Exchanges;
import cn.justicehub.hub.read.MessageStore;
import cn.justicehub.hub.security.Caller;
import cn.justicehub.hub.time.WireTime;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Shows an exchange to its parties, and to auditors without any payload. */
@Component
class ExchangeViews {

    private final Exchanges exchanges;
    private final MessageStore messages;
    private final Catalogue catalogue;

    ExchangeViews(Exchanges exchanges, MessageStore messages, Catalogue catalogue) {
        this.exchanges = exchanges;
        this.messages = messages;
        this.catalogue = catalogue;
    }

    /**
     * The exchange.
     *
     * @throws Refusal 404 when there is none, or none of this type, or the caller has no place in it
     */
    Exchange show(ExchangeQuestion question) {
        ExchangeState exchange = visible(question);
        ExchangeType type = catalogue.pinned(exchange.definitionDigest());
        return new Exchange(
                exchange.exchangeId().toString(),
                exchange.type(),
                type.version(),
                exchange.state(),
                type.labelZh("state", exchange.state()),
                List.copyOf(new TreeSet<>(exchange.flags())),
                new TreeMap<>(exchange.parties()),
                WireTime.of(exchange.openedAt()),
                WireTime.of(exchange.updatedAt()),
                exchange.ended(),
                ClockViews.of(type, exchanges.clocks(exchange.exchangeId())),
                List.of(),
                MessageViews.of(type, exchange, question.caller(), messages));
    }

    private ExchangeState visible(ExchangeQuestion question) {
        ExchangeState exchange = exchanges.find(question.exchangeId());
        if (exchange == null || !isShown(question, exchange)) {
            throw Refusal.notFound();
        }
        return exchange;
    }

    /** The system exchange has no definition and is not shown. */
    private static boolean isShown(ExchangeQuestion question, ExchangeState exchange) {
        Caller caller = question.caller();
        boolean may = caller.may(Caller.AUDIT) || caller.may(Caller.READ) && exchange.isParty(caller.agency());
        return may
                && exchange.type().equals(question.type())
                && !exchange.definitionDigest().isEmpty();
    }
}
