package cn.justicehub.ledger.receipt;

import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonFault;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.merkle.TreeHash;
import cn.justicehub.ledger.record.Opening;
import cn.justicehub.ledger.text.Spelling;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the receipt is one for this message. */
final class MessageChecks {
    private final Opening opening;
    private final Options options;
    private final Checks checks;

    MessageChecks(Opening opening, Options options, Checks checks) {
        this.opening = opening;
        this.options = options;
        this.checks = checks;
    }

    void run(byte[] message) {
        JsonObject body;
        try {
            body = Json.parse(message) instanceof JsonObject object ? object : JsonObject.of();
        } catch (JsonFault fault) {
            digests(message, "the message is no JSON of the profile: " + fault.getMessage());
            checks.fail("message.payload", "the message cannot be read");
            return;
        }
        boolean spokenAbout = spokenAbout(body);
        Optional<String> difference = spokenAbout ? Optional.empty() : opening.difference(body.get(Names.PAYLOAD));
        digests(
                message,
                difference.isEmpty() ? "the bytes differ, though every field of the payload is the sealed one" : null);
        checks.same("message.messageId", opening.record().string(Names.MESSAGE_ID), body.string(Names.MESSAGE_ID));
        if (spokenAbout) {
            checks.pass("message.payload", "the payload is the hub's account of the message, bound by its digests");
        } else if (difference.isEmpty()) {
            checks.pass("message.payload", opening.hasPayload() ? null : "record and message have no payload");
        } else {
            checks.fail("message.payload", difference.get());
        }
    }

    /**
     * Whether the record tells of something that a message asked for without a payload of its own, as an operator's
     * decision about a delivery is; an agency's message in an exchange always brings its payload.
     */
    private boolean spokenAbout(JsonObject body) {
        return Names.DELIVERY.equals(opening.record().string(Names.KIND)) && body.get(Names.PAYLOAD) == null;
    }

    private void digests(byte[] message, @Nullable String noteOnFailure) {
        JsonObject sealed = opening.record().get(Names.RECEIVED_BYTES_DIGEST) instanceof JsonObject digest
                ? digest
                : JsonObject.of();
        for (TreeHash hash : TreeHash.values()) {
            if (options.wants(hash)) {
                String expected = sealed.string(hash.label());
                checks.same(
                        "message.digest." + hash.label(),
                        expected,
                        Spelling.hex(hash.digest(message)),
                        expected == null ? "the record names no received bytes" : noteOnFailure);
            }
        }
    }
}
