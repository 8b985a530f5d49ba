package cn.justicehub.hub.intake;

import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.commit.MessageDigests;
import cn.justicehub.hub.commit.Repeats;
import cn.justicehub.hub.crypto.IndexKey;
import cn.justicehub.hub.read.MessageStore;
import cn.justicehub.ledger.json.JsonObject;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads a body, and answers at once when the same message was accepted before. */
@Component
final class Reading {

    private final MessageStore messages;
    private final IndexKey indexKey;
    private final OpeningActs openingActs;

    Reading(MessageStore messages, IndexKey indexKey, OpeningActs openingActs) {
        this.messages = messages;
        this.indexKey = indexKey;
        this.openingActs = openingActs;
    }

    Read read(Incoming incoming) {
        EnvelopeReader.Reading reading =
                EnvelopeReader.read(Decoder.decode(incoming.bytes()), incoming.exchangeId() == null);
        return new Read(incoming, reading.envelope(), reading.violations());
    }

    /** The answer of the first time, or the act itself when it is new. */
    Object answerRepeat(Read read) {
        UUID messageId = read.envelope().messageId();
        JsonObject payload = read.envelope().payload();
        if (messageId == null || payload == null) {
            return read;
        }
        MessageStore.Known known = messages.known(read.incoming().caller().agency(), messageId);
        if (known == null) {
            return read;
        }
        if (!Arrays.equals(known.contentDigest(), content(read, payload))) {
            throw Repeats.otherContent();
        }
        EntryId entry = EntryId.ofNumber(known.entry());
        return new Answer(entry, messages.receipt(entry), true);
    }

    private byte[] content(Read read, JsonObject payload) {
        Incoming incoming = read.incoming();
        String act = incoming.act() == null ? openingActs.of(incoming.type()) : incoming.act();
        return MessageDigests.content(
                indexKey,
                incoming.type(),
                act,
                incoming.exchangeId(),
                payload,
                read.envelope().attachments());
    }
}
