package cn.justicehub.hub.commit;

import cn.justicehub.hub.crypto.ExchangeKey;
import cn.justicehub.ledger.record.PreparedRecord;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a record that does not depend on what was committed before it: computed before the head lock.
 *
 * @param exchangeId its exchange; new for an opening act
 * @param messageId unique for its sender
 * @param sender agency code, or {@code hub}
 * @param actor pseudonym of the person who acts, or null
 * @param sequenceNo the sender's own number, or null
 * @param key data key of the exchange
 * @param newKey whether the key must be stored with this record
 * @param contentDigest digest of what makes a repeat the same message
 * @param olderContentDigests the same under older index keys: the first time may have been under one of them
 * @param contentKey version of the index key that digest was made with
 * @param kind what kind of thing happened
 * @param act what was done
 * @param record all members of the record but those that only the lock can give, hashed
 * @param nonceSealed the record's nonce, sealed
 * @param bodySealed the received bytes, sealed
 */
public record Prepared(
        UUID exchangeId,
        UUID messageId,
        String sender,
        @Nullable String actor,
        @Nullable Long sequenceNo,
        ExchangeKey key,
        boolean newKey,
        byte[] contentDigest,
        List<byte[]> olderContentDigests,
        String contentKey,
        RecordDraft.Kind kind,
        String act,
        PreparedRecord record,
        byte[] nonceSealed,
        byte[] bodySealed) {

    public Prepared {
        olderContentDigests = List.copyOf(olderContentDigests);
    }

    /** Whether a message with this content digest, under whichever index key, is the same. */
    public boolean hasContent(byte[] digest) {
        return Arrays.equals(digest, contentDigest)
                || olderContentDigests.stream().anyMatch(older -> Arrays.equals(digest, older));
    }

    MessageKey messageKey() {
        return new MessageKey(sender, messageId);
    }

    /** The idempotency key. */
    record MessageKey(String sender, UUID messageId) {}
}
