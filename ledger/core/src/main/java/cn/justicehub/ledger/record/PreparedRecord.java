package cn.justicehub.ledger.record;

import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A record of which everything but the sequencing members is known and hashed before the lock is taken; sealing it then
 * hashes only those few fields and the inner nodes. Immutable.
 */
public final class PreparedRecord {
    private final JsonObject known;
    private final HashedFields knownFields;
    private final @Nullable PreparedPayload payload;
    private final Salts salts;

    private PreparedRecord(JsonObject known, @Nullable PreparedPayload payload, Salts salts) {
        this.known = known;
        this.knownFields = HashedFields.ofMembers(known, salts);
        this.payload = payload;
        this.salts = salts;
    }

    /**
     * Hashes what is known.
     *
     * @param known members of the record other than the payload and the sequencing members
     * @param payload the payload, or null when the record has none
     */
    public static PreparedRecord of(JsonObject known, @Nullable Json payload, Salts salts) {
        return new PreparedRecord(known, payload == null ? null : PreparedPayload.of(payload, salts), salts);
    }

    /** Seals the record with its last members; no name may be in both. */
    public SealedRecord seal(JsonObject sequencing) {
        JsonObject whole = JsonObject.builder().putAll(known).putAll(sequencing).build();
        return SealedRecord.seal(whole, knownFields.merge(HashedFields.ofMembers(sequencing, salts)), payload);
    }
}
