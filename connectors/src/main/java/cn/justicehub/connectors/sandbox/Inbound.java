package cn.justicehub.connectors.sandbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A message that the hub delivers, the same by pull and by push.
 *
 * @param deliveryId by which a repeat is recognised
 * @param entryId its place in the log
 * @param exchangeId the exchange it belongs to
 * @param type exchange type
 * @param version version of the exchange type
 * @param act what was done
 * @param sender code of the agency that did it, or {@code hub}
 * @param acceptedAt when the hub accepted it
 * @param message the body as its sender sent it; not to be changed
 * @param warnings codes of what the hub remarked
 */
public record Inbound(
        String deliveryId,
        String entryId,
        String exchangeId,
        String type,
        int version,
        String act,
        String sender,
        Instant acceptedAt,
        JsonNode message,
        List<String> warnings) {

    public Inbound {
        warnings = List.copyOf(warnings);
    }

    /** @throws IllegalArgumentException or a JacksonException when a member is missing or of the wrong kind */
    static Inbound from(JsonNode item) {
        List<String> warnings = new ArrayList<>();
        item.path("warnings").forEach(code -> warnings.add(code.stringValue()));
        return new Inbound(
                text(item, "deliveryId"),
                text(item, "entryId"),
                text(item, "exchangeId"),
                text(item, "type"),
                item.required("version").intValue(),
                text(item, "act"),
                text(item, "sender"),
                OffsetDateTime.parse(text(item, "acceptedAt")).toInstant(),
                item.required("message"),
                warnings);
    }

    public JsonNode payload() {
        return message.path("payload");
    }

    private static String text(JsonNode item, String name) {
        return item.required(name).stringValue();
    }
}
