package cn.justicehub.connectors.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An act that an agency means to do: everything about a message but when and under whose key it is sent.
 *
 * @param messageId drawn once; repeating it repeats the receipt, never the effect
 * @param type exchange type
 * @param act name of the act
 * @param exchangeId the exchange, or null when the act opens one
 * @param schemaVersion version of the exchange type
 * @param actor the person who acts, or null
 * @param payload as the act's schema says; not to be changed
 * @param attachments papers that go with it
 */
public record Act(
        UUID messageId,
        String type,
        String act,
        @Nullable String exchangeId,
        int schemaVersion,
        @Nullable Actor actor,
        JsonNode payload,
        List<Paper> attachments) {

    public Act {
        attachments = List.copyOf(attachments);
    }

    /** An act that opens an exchange. */
    public static Act opening(String type, String act, int schemaVersion, @Nullable Actor actor, JsonNode payload) {
        return new Act(UUID.randomUUID(), type, act, null, schemaVersion, actor, payload, List.of());
    }

    /** A later act of one's own accord. */
    public static Act later(
            String type, String act, String exchangeId, int schemaVersion, @Nullable Actor actor, JsonNode payload) {
        return new Act(UUID.randomUUID(), type, act, exchangeId, schemaVersion, actor, payload, List.of());
    }

    /** An act that answers a message: its id follows from that message, so that answering twice is answering once. */
    static Act answering(Inbound message, String act, @Nullable Actor actor, JsonNode payload) {
        UUID id = UUID.nameUUIDFromBytes((message.deliveryId() + "/" + act).getBytes(UTF_8));
        return new Act(id, message.type(), act, message.exchangeId(), message.version(), actor, payload, List.of());
    }

    public Act with(Paper... papers) {
        return new Act(messageId, type, act, exchangeId, schemaVersion, actor, payload, List.of(papers));
    }
}
