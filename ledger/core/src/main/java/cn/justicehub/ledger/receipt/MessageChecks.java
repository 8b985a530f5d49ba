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
        Optional<String> difference = opening.difference(body.get(Names.PAYLOAD));
        digests(
                message,
                difference.isEmpty() ? "the bytes differ, though every field of the payload is the sealed one" : null);
        checks.same("message.messageId", opening.record().string(Names.MESSAGE_ID), body.string(Names.MESSAGE_ID));
        if (difference.isEmpty()) {
            checks.pass("message.payload", opening.hasPayload() ? null : "record and message have no payload");
        } else {
            checks.fail("message.payload", difference.get());
        }
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
