package cn.justicehub.ledger.record;

import cn.justicehub.ledger.json.Json;

/** A payload whose fields are hashed, before the lock is taken. Immutable. */
public final class PreparedPayload {
    private final HashedFields fields;

    private PreparedPayload(HashedFields fields) {
        this.fields = fields;
    }

    /** Salts and hashes every field of a payload; pointers start with {@code /payload}. */
    public static PreparedPayload of(Json payload, Salts salts) {
        return new PreparedPayload(HashedFields.of(PayloadMember.POINTER, payload, salts));
    }

    /** Number of fields, at least 1. */
    public int count() {
        return fields.size();
    }

    HashedFields fields() {
        return fields;
    }
}
