package cn.justicehub.ledger.record;

import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.merkle.TreeHash;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What opens a leaf to the sender of its message: the record without its payload, the salts, and, in the payload's
 * place, the hashes that cover its fields. It rebuilds both roots by itself, and, given the message, checks every field
 * of the payload.
 */
public final class Opening {
    private final JsonObject recordWithoutPayload;
    private final HashedFields others;
    private final @Nullable PayloadOpening payload;

    private Opening(JsonObject recordWithoutPayload, HashedFields others, @Nullable PayloadOpening payload) {
        this.recordWithoutPayload = recordWithoutPayload;
        this.others = others;
        this.payload = payload;
    }

    /** Reads what {@link SealedRecord#opening} writes, and nothing else. */
    public static Opening parse(Json json) throws RecordFault {
        if (!(json instanceof JsonObject object)
                || !(object.get("record") instanceof JsonObject recordWithoutPayload)
                || object.members().size() != (object.get(PayloadMember.NAME) == null ? 2 : 3)) {
            throw new RecordFault("the opening has not exactly the members record, salts and perhaps payload");
        }
        if (!PayloadMember.isOutside(recordWithoutPayload)) {
            throw new RecordFault("a member of the record starts with \"payload\"");
        }
        Json payload = object.get(PayloadMember.NAME);
        List<Field> fields = recordWithoutPayload.members().isEmpty() ? List.of() : Field.of("", recordWithoutPayload);
        if (fields.isEmpty() && payload == null) {
            throw new RecordFault("the record has no field");
        }
        HashedFields others = HashedFields.of(fields, OpeningText.salts(object, fields.size()));
        return new Opening(
                recordWithoutPayload, others, payload == null ? null : PayloadOpening.parse(payload, others));
    }

    /** The record without its payload. */
    public JsonObject record() {
        return recordWithoutPayload;
    }

    /** Whether the record has a payload. */
    public boolean hasPayload() {
        return payload != null;
    }

    /** The record's root, rebuilt from the opening alone. */
    public byte[] root(TreeHash hash) {
        List<byte[]> leaves = others.leaves(hash);
        return payload == null ? FieldTree.root(hash, leaves, 0, leaves.size()) : payload.root(hash, leaves);
    }

    /**
     * Compares a payload, field by field, with the one that was sealed.
     *
     * @param candidate the payload of a message, or null when it has none
     * @return what differs, naming pointers where the covering hashes tell; empty when it is the sealed payload
     */
    public Optional<String> difference(@Nullable Json candidate) {
        if (payload == null) {
            return candidate == null ? Optional.empty() : Optional.of("the record has no payload");
        }
        return candidate == null ? Optional.of("the message has no payload") : payload.difference(candidate);
    }
}
