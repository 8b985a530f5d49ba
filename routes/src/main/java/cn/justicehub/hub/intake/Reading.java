package cn.justicehub.hub.intake;

import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.commit.LogStanding;
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
    private final LogStanding standing;

    Reading(MessageStore messages, IndexKey indexKey, OpeningActs openingActs, LogStanding standing) {
        this.messages = messages;
        this.standing = standing;
        this.indexKey = indexKey;
        this.openingActs = openingActs;
    }

    Read read(Incoming incoming) {
        EnvelopeReader.Reading reading =
                EnvelopeReader.read(Decoder.decode(incoming.bytes()), incoming.exchangeId() == null);
        return new Read(incoming, reading.envelope(), reading.violations());
    }

    /**
     * The answer of the first time, or the act itself when it is new, or when its receipt may not leave yet: the
     * committer then finds the repeat again, after it has noted the head.
     */
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
        IndexKey key = indexKey.named(known.indexKey());
        if (key == null || !Arrays.equals(known.contentDigest(), content(key, read, payload))) {
            throw Repeats.otherContent();
        }
        EntryId entry = EntryId.ofNumber(known.entry());
        return standing.noted(entry) ? new Answer(entry, messages.receipt(entry), true) : read;
    }

    private byte[] content(IndexKey key, Read read, JsonObject payload) {
        Incoming incoming = read.incoming();
        String act = incoming.act() == null ? openingActs.of(incoming.type()) : incoming.act();
        return MessageDigests.content(
                key,
                incoming.type(),
                act,
                incoming.exchangeId(),
                payload,
                read.envelope().attachments());
    }
}
