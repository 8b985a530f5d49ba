package cn.justicehub.ledger.receipt;

import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonArray;
import cn.justicehub.ledger.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Member names of receipts, and those of records and bodies that a verifier compares. */
final class Names {
    static final String ENTRY_ID = "entryId";
    static final String EXCHANGE_ID = "exchangeId";
    static final String ACCEPTED_AT = "acceptedAt";
    static final String DURABILITY = "durability";
    static final String WARNINGS = "warnings";
    static final String LEAF = "leaf";
    static final String OPENING = "opening";
    static final String PROOF = "proof";
    static final String PROOF_SM3 = "proofSm3";
    static final String MESSAGE_ID = "messageId";
    static final String KIND = "kind";
    /** The kind of what happened to a delivery. */
    static final String DELIVERY = "delivery";

    static final String PAYLOAD = "payload";
    static final String RECEIVED_BYTES_DIGEST = "receivedBytesDigest";

    private Names() {}

    /** The strings of an array; no array at all counts as an empty one; empty when it is something else. */
    static Optional<List<String>> strings(@Nullable Json json) {
        if (json == null) {
            return Optional.of(List.of());
        }
        List<String> texts = new ArrayList<>();
        if (!(json instanceof JsonArray array)) {
            return Optional.empty();
        }
        for (Json item : array.items()) {
            if (!(item instanceof JsonString text)) {
                return Optional.empty();
            }
            texts.add(text.value());
        }
        return Optional.of(texts);
    }
}
