package cn.justicehub.hub.commit;

import cn.justicehub.hub.crypto.IndexKey;
import cn.justicehub.ledger.json.Jcs;
import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonArray;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.json.JsonString;
import cn.justicehub.ledger.merkle.TreeHash;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Digests by which messages are told apart and named in records. */
public final class MessageDigests {

    private MessageDigests() {}

    /**
     * What makes a repeat the same message: type, act, exchange, payload and attachments. When it was sent, over which
     * way and with which signature does not count. Keyed, since payloads can be guessed.
     */
    public static byte[] content(
            IndexKey key,
            String type,
            String act,
            @Nullable UUID exchangeId,
            JsonObject payload,
            JsonArray attachments) {
        Map<String, Json> members = new HashMap<>();
        members.put("type", new JsonString(type));
        members.put("act", new JsonString(act));
        members.put("payload", payload);
        members.put("attachments", attachments);
        if (exchangeId != null) {
            members.put("exchangeId", new JsonString(exchangeId.toString()));
        }
        return key.digest("content", Jcs.encode(new JsonObject(members)));
    }

    /** The body of a record that the hub makes itself: the canonical form of {messageId, payload}. */
    static byte[] ownBody(UUID messageId, JsonObject payload) {
        Map<String, Json> members = new HashMap<>();
        members.put("messageId", new JsonString(messageId.toString()));
        members.put("payload", payload);
        return Jcs.encode(new JsonObject(members));
    }

    /** Both digests of bytes, as a record keeps them. */
    public static JsonObject both(byte[] bytes) {
        HexFormat hex = HexFormat.of();
        Map<String, Json> members = new HashMap<>();
        members.put("sha256", new JsonString(hex.formatHex(TreeHash.SHA256.digest(bytes))));
        members.put("sm3", new JsonString(hex.formatHex(TreeHash.SM3.digest(bytes))));
        return new JsonObject(members);
    }
}
