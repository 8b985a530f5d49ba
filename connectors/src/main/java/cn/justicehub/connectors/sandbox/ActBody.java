package cn.justicehub.connectors.sandbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The request body of an act, signed as PATH §1 says. */
final class ActBody {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneOffset.ofHours(8));

    private ActBody() {}

    /**
     * @param sender code of the agency that sends it
     * @param signer its key, or null to leave the signature out
     */
    static byte[] bytes(Act act, String sender, Instant sentAt, @Nullable SigningIdentity signer) {
        ObjectNode body = unsigned(act, sentAt);
        if (signer != null) {
            byte[] signature = signer.sign(Json.canonical(signed(act, sender, body)));
            body.put("signature", Base64.getEncoder().encodeToString(signature));
        }
        return Json.bytes(body);
    }

    private static ObjectNode unsigned(Act act, Instant sentAt) {
        ObjectNode body = Json.object().put("messageId", act.messageId().toString());
        if (act.exchangeId() == null) {
            body.put("schemaVersion", act.schemaVersion());
        }
        body.put("sentAt", TIME.format(sentAt));
        Actor actor = act.actor();
        if (actor != null) {
            body.putObject("actor").put("id", actor.id()).put("role", actor.role());
        }
        body.set("payload", act.payload());
        ArrayNode attachments = body.putArray("attachments");
        for (Paper paper : act.attachments()) {
            attachments
                    .addObject()
                    .put("docType", paper.docType())
                    .put("name", paper.name())
                    .put("number", paper.number())
                    .put("location", "paper");
        }
        return body;
    }

    /** What the signature is over; {@code body} has none yet. */
    private static ObjectNode signed(Act act, String sender, ObjectNode body) {
        ObjectNode signed = Json.object().put("type", act.type()).put("act", act.act());
        if (act.exchangeId() != null) {
            signed.put("exchangeId", act.exchangeId());
        }
        signed.put("sender", sender).put("schemaVersion", act.schemaVersion());
        signed.set("body", body.deepCopy());
        return signed;
    }
}
