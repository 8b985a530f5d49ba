package cn.justicehub.ledger.record;

import cn.justicehub.ledger.json.Jcs;
import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonArray;
import cn.justicehub.ledger.json.JsonString;
import cn.justicehub.ledger.merkle.TreeHash;

/** The hash of one field as a leaf of its record's tree. */
public final class FieldHasher {
    private FieldHasher() {}

    /** H(0x00 ‖ salt ‖ JCS([pointer, value])). */
    public static byte[] leaf(TreeHash hash, byte[] salt, String pointer, Json value) {
        return hash.leaf(salt, text(pointer, value));
    }

    static HashedField hash(Field field, byte[] salt) {
        byte[] text = text(field.pointer(), field.value());
        return new HashedField(field, salt, TreeHash.SHA256.leaf(salt, text), TreeHash.SM3.leaf(salt, text));
    }

    private static byte[] text(String pointer, Json value) {
        return Jcs.encode(JsonArray.of(new JsonString(pointer), value));
    }
}
