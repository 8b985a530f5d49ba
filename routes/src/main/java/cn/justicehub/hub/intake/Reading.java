package cn.justicehub.hub.intake;

import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.commit.LogStanding;
import cn.justicehub.hub.commit.MessageDigests;
import cn.justicehub.hub.commit.Repeats;
import cn.justicehub.hub.crypto.IndexKey;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.read.MessageStore;
import cn.justicehub.ledger.json.JsonObject;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Reads a body, and knows the answer when the same message was accepted before. */
@Component
final class Reading {

    /** Exchange property: the {@link Read} that the route began with. */
    static final String READ = "read";

    /** An idle replica looks at the head every second, and then notes it. */
    private static final Duration NOTING = Duration.ofSeconds(2);

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
     * The answer of the first time. Asked only about what was refused: of what is accepted the committer itself knows
     * whether it is a repeat, and a new message costs no look into the database.
     *
     * @throws Refusal the one given, when the message is new; 409 when the messageId was used for something else; 503 when
     *     its receipt may not leave this replica yet
     */
    Answer answerRepeat(
            @ExchangeProperty(READ) Read read, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Refusal refusal) {
        UUID messageId = read.envelope().messageId();
        JsonObject payload = read.envelope().payload();
        MessageStore.Known known = messageId == null || payload == null
                ? null
                : messages.known(read.incoming().caller().agency(), messageId);
        if (known == null || payload == null) {
            throw refusal;
        }
        IndexKey key = indexKey.named(known.indexKey());
        if (key == null || !Arrays.equals(known.contentDigest(), content(key, read, payload))) {
            throw Repeats.otherContent();
        }
        EntryId entry = EntryId.ofNumber(known.entry());
        if (!standing.noted(
                entry)) { // it stands, but its receipt may not leave yet: what refused the repeat is beside it
            throw Refusal.unavailable(
                    "报文已收到，回执暂不能出具，请稍后用同一报文编号重试",
                    "the receipt cannot be given yet; repeat with the same messageId",
                    NOTING);
        }
        return new Answer(entry, messages.receipt(entry), true);
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
