package cn.justicehub.hub.message;

import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.commit.RecordDraft.Kind;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.read.Exchanges;
import cn.justicehub.hub.read.MessageStore;
import cn.justicehub.hub.read.MessageStore.Stored;
import cn.justicehub.hub.security.Caller;
import org.springframework.stereotype.Component;

/** Who may see what of a record. What a caller may not see looks as if it did not exist. */
@Component
class Visible {

    private final MessageStore messages;
    private final Exchanges exchanges;

    Visible(MessageStore messages, Exchanges exchanges) {
        this.messages = messages;
        this.exchanges = exchanges;
    }

    /**
     * The record, when the caller may have its receipt. That of a message opens the payload's salts, with which a guess
     * at its few-valued fields can be tried: its sender alone has it, an auditor gets proofs. A record of the hub goes to
     * whom it concerns as well, and to auditors.
     */
    Stored withReceipt(Caller caller, String entryId) {
        Stored stored = find(entryId);
        boolean sender = caller.may(Caller.READ) && stored.sender().equals(caller.agency());
        boolean auditor = caller.may(Caller.AUDIT) && !is(Kind.MESSAGE, stored);
        return require(sender || auditor || isConcerned(caller, stored), stored);
    }

    /** The record, when the caller may have proofs: whoever sent or got it, whom it concerns, and any auditor. */
    Stored withProof(Caller caller, String entryId) {
        Stored stored = find(entryId);
        boolean reader = caller.may(Caller.READ) && stored.visibleTo(caller.agency());
        return require(reader || caller.may(Caller.AUDIT) || isConcerned(caller, stored), stored);
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

    /** The hub's own act concerns every party; what happened to a delivery, only that delivery's two ends. */
    private boolean isConcerned(Caller caller, Stored stored) {
        if (!caller.may(Caller.READ)) {
            return false;
        }
        if (is(Kind.DELIVERY, stored)) {
            return messages.endsOfDelivery(stored.entry()).contains(caller.agency());
        }
        ExchangeState exchange = is(Kind.HUB_ACT, stored) ? exchanges.find(stored.exchangeId()) : null;
        return exchange != null && exchange.isParty(caller.agency());
    }

    private static boolean is(Kind kind, Stored stored) {
        return kind.code().equals(stored.kind());
    }

    private static Stored require(boolean visible, Stored stored) {
        if (!visible) {
            throw Refusal.notFound();
        }
        return stored;
    }
}
