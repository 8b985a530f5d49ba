package cn.justicehub.hub.message;

import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.commit.RecordDraft.Kind;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.read.Exchanges;
import cn.justicehub.hub.read.MessageStore;
import cn.justicehub.hub.read.MessageStore.Stored;
import cn.justicehub.hub.security.Caller;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who may see what of a record. What a caller may not see looks as if it did not exist. */
@Component
class Visible {

    private static final Set<String> OF_ALL_PARTIES = Set.of(Kind.HUB_ACT.code(), Kind.DELIVERY.code());

    private final MessageStore messages;
    private final Exchanges exchanges;

    Visible(MessageStore messages, Exchanges exchanges) {
        this.messages = messages;
        this.exchanges = exchanges;
    }

    /** The record, when the caller may have its receipt: its sender, an auditor, for the hub's records any party. */
    Stored withReceipt(Caller caller, String entryId) {
        Stored stored = find(entryId);
        boolean sender = caller.may(Caller.READ) && stored.sender().equals(caller.agency());
        return require(sender || caller.may(Caller.AUDIT) || isParty(caller, stored), stored);
    }

    /** The record, when the caller may have proofs: whoever sent or got it, and whoever may have its receipt. */
    Stored withProof(Caller caller, String entryId) {
        Stored stored = find(entryId);
        boolean reader = caller.may(Caller.READ) && stored.visibleTo(caller.agency());
        return require(reader || caller.may(Caller.AUDIT) || isParty(caller, stored), stored);
    }

    /** The record, when the caller may know how far it got: its sender, operators and auditors. */
    Stored withDeliveries(Caller caller, String entryId) {
        Stored stored = find(entryId);
        boolean sender = caller.may(Caller.READ) && stored.sender().equals(caller.agency());
        return require(sender || caller.may(Caller.ADMIN) || caller.may(Caller.AUDIT), stored);
    }

    private Stored find(String entryId) {
        EntryId entry = EntryId.parse(entryId);
        Stored stored = entry == null ? null : messages.find(entry);
        if (stored == null) {
            throw Refusal.notFound();
        }
        return stored;
    }

    private boolean isParty(Caller caller, Stored stored) {
        if (!caller.may(Caller.READ) || !OF_ALL_PARTIES.contains(stored.kind())) {
            return false;
        }
        ExchangeState exchange = exchanges.find(stored.exchangeId());
        return exchange != null && exchange.isParty(caller.agency());
    }

    private static Stored require(boolean visible, Stored stored) {
        if (!visible) {
            throw Refusal.notFound();
        }
        return stored;
    }
}
