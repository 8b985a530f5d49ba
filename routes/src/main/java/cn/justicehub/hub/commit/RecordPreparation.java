package cn.justicehub.hub.commit;

import cn.justicehub.hub.crypto.ExchangeKey;
import cn.justicehub.hub.crypto.ExchangeKey.Purpose;
import cn.justicehub.hub.crypto.IndexKey;
import cn.justicehub.hub.crypto.Sm4Gcm;
import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.json.JsonString;
import cn.justicehub.ledger.record.PreparedRecord;
import cn.justicehub.ledger.record.Salts;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Does before the head lock all that can be done before it: nonce, hashes of the payload's fields, sealing. */
public final class RecordPreparation {

    private final IndexKey indexKey;

    public RecordPreparation(IndexKey indexKey) {
        this.indexKey = indexKey;
    }

    /**
     * Prepares a record.
     *
     * @param key the exchange's data key
     * @param newKey whether the key is to be stored with the record
     */
    public Prepared prepare(RecordDraft draft, ExchangeKey key, boolean newKey) {
        byte[] nonce = Sm4Gcm.random(Salts.NONCE_LENGTH);
        Salts salts = Salts.of(key.bytes(), nonce);
        RecordDraft.Actor actor = draft.actor();
        return new Prepared(
                key.exchangeId(),
                draft.messageId(),
                draft.sender(),
                actor == null ? null : actor.id(),
                draft.sequenceNo(),
                key,
                newKey,
                content(indexKey, draft),
                indexKey.older().stream().map(older -> content(older, draft)).toList(),
                indexKey.version(),
                draft.kind(),
                draft.act(),
                PreparedRecord.of(members(draft, key), draft.payload(), salts),
                key.seal(Purpose.NONCE, draft.messageId(), nonce),
                key.seal(Purpose.BODY, draft.messageId(), draft.body()));
    }

    private static byte[] content(IndexKey indexKey, RecordDraft draft) {
        return MessageDigests.content(
                indexKey,
                draft.type() == null ? "" : draft.type(),
                draft.act(),
                draft.exchangeId(),
                draft.payload(),
                draft.attachments());
    }

    private static JsonObject members(RecordDraft draft, ExchangeKey key) {
        Map<String, Json> members = new HashMap<>();
        members.put("kind", new JsonString(draft.kind().code()));
        putText(members, "type", draft.type());
        putText(members, "definitionDigest", draft.definitionDigest());
        members.put("act", new JsonString(draft.act()));
        members.put("exchangeId", new JsonString(key.exchangeId().toString()));
        members.put("messageId", new JsonString(draft.messageId().toString()));
        members.put("sender", new JsonString(draft.sender()));
        members.put("attachments", draft.attachments());
        members.put("receivedBytesDigest", MessageDigests.both(draft.body()));
        RecordDraft.Actor actor = draft.actor();
        if (actor != null) {
            members.put("actor", actor.object());
        }
        String signature = draft.signature();
        if (signature != null) {
            members.put("signatureDigest", MessageDigests.both(signature.getBytes(StandardCharsets.UTF_8)));
        }
        return new JsonObject(members);
    }

    private static void putText(Map<String, Json> members, String name, @Nullable String value) {
        if (value != null) {
            members.put(name, new JsonString(value));
        }
    }
}
