package cn.justicehub.hub.commit;

import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonArray;
import cn.justicehub.ledger.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record before anything of it is computed.
 *
 * @param kind what kind of thing happened
 * @param type exchange type, or null in the system exchange
 * @param definitionDigest definition of the exchange, or null in the system exchange
 * @param act what was done
 * @param exchangeId exchange as the request named it, or null when the act opens one
 * @param messageId unique for its sender
 * @param sender agency code, or {@code hub}
 * @param actor {@code {id, role}} of the person who acts, or null
 * @param sequenceNo the sender's own number, or null
 * @param payload what the message says
 * @param attachments attached papers
 * @param body the bytes as received; for the hub's own records the canonical form of messageId and payload
 * @param signature the sender's signature as received, or null
 */
public record RecordDraft(
        Kind kind,
        @Nullable String type,
        @Nullable String definitionDigest,
        String act,
        @Nullable UUID exchangeId,
        UUID messageId,
        String sender,
        @Nullable Actor actor,
        @Nullable Long sequenceNo,
        JsonObject payload,
        JsonArray attachments,
        byte[] body,
        @Nullable String signature) {

    /** What kind of thing a record tells. */
    public enum Kind {
        /** An agency's act in an exchange. */
        MESSAGE("message"),
        /** The hub's own act in an exchange. */
        HUB_ACT("hub-act"),
        /** Something that happened to a delivery. */
        DELIVERY("delivery"),
        /** Something that concerns no single exchange. */
        ADMINISTRATION("administration");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The value of the record's {@code kind}. */
        public String code() {
            return code;
        }
    }

    /**
     * The person who acts for an agency.
     *
     * @param id pseudonym within the agency
     * @param object the actor as it stands in the record
     */
    public record Actor(String id, Json object) {}

    /** A record of the hub itself about an exchange. */
    public static RecordDraft ofHub(
            Kind kind,
            @Nullable String type,
            @Nullable String definitionDigest,
            String act,
            UUID exchangeId,
            UUID messageId,
            String sender,
            JsonObject payload) {
        byte[] body = MessageDigests.ownBody(messageId, payload);
        return new RecordDraft(
                kind,
                type,
                definitionDigest,
                act,
                exchangeId,
                messageId,
                sender,
                null,
                null,
                payload,
                new JsonArray(List.of()),
                body,
                null);
    }

    /** The same, done by a person. */
    public RecordDraft by(Actor person) {
        return new RecordDraft(
                kind,
                type,
                definitionDigest,
                act,
                exchangeId,
                messageId,
                sender,
                person,
                sequenceNo,
                payload,
                attachments,
                body,
                signature);
    }
}
