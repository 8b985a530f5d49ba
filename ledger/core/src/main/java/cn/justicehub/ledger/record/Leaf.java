package cn.justicehub.ledger.record;

import cn.justicehub.ledger.json.Jcs;
import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonFault;
import cn.justicehub.ledger.json.JsonNumber;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.merkle.TreeHash;
import cn.justicehub.ledger.text.Spelling;
import java.util.Arrays;

/**
 * What the log publishes of one record: when it was accepted and the two roots of its field tree, and nothing else.
 *
 * @param at epoch milliseconds, 0 to 2^53−1
 * @param sha256 root under SHA-256, 32 bytes
 * @param sm3 root under SM3, 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by content
public record Leaf(long at, byte[] sha256, byte[] sm3) {

    private static final long VERSION = 1;

    /** Copies the roots. */
    public Leaf {
        if (at < 0 || at > JsonNumber.LARGEST || sha256.length != TreeHash.LENGTH || sm3.length != TreeHash.LENGTH) {
            throw new IllegalArgumentException("no leaf");
        }
        sha256 = sha256.clone();
        sm3 = sm3.clone();
    }

    /** A copy of the root under SHA-256. */
    @Override
    public byte[] sha256() {
        return sha256.clone();
    }

    /** A copy of the root under SM3. */
    @Override
    public byte[] sm3() {
        return sm3.clone();
    }

    /** The root under one of the hashes. */
    public byte[] root(TreeHash hash) {
        return hash == TreeHash.SHA256 ? sha256() : sm3();
    }

    /** The leaf's bytes for ever: JCS of {@code {"at":…,"sha256":"…","sm3":"…","v":1}}. */
    public byte[] bytes() {
        return Jcs.encode(toJson());
    }

    /** The hash of {@link #bytes()} as a leaf of the log's tree. */
    public byte[] hash(TreeHash hash) {
        return hash.leaf(bytes());
    }

    /** The leaf as a JSON object. */
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("at", at)
                .put("sha256", Spelling.hex(sha256))
                .put("sm3", Spelling.hex(sm3))
                .put("v", VERSION)
                .build();
    }

    /** Reads exactly what {@link #bytes()} writes. */
    public static Leaf parse(byte[] bytes) throws RecordFault {
        try {
            Leaf leaf = parse(Json.parse(bytes, 1));
            if (!Arrays.equals(leaf.bytes(), bytes)) {
                throw new RecordFault("the leaf is not canonical");
            }
            return leaf;
        } catch (JsonFault fault) {
            throw new RecordFault("the leaf is no JSON: " + fault.getMessage());
        }
    }

    /** Reads a leaf's JSON object: these four members and no other. */
    public static Leaf parse(Json json) throws RecordFault {
        if (!(json instanceof JsonObject object)) {
            throw new RecordFault("the leaf is no object");
        }
        Long at = object.number("at");
        Long version = object.number("v");
        if (object.members().size() != 4 || at == null || at < 0 || version == null || version != VERSION) {
            throw new RecordFault("the leaf has not exactly the members at, sha256, sm3, v");
        }
        return new Leaf(at, root(object, "sha256"), root(object, "sm3"));
    }

    private static byte[] root(JsonObject object, String name) throws RecordFault {
        String text = object.string(name);
        byte[] root = text == null ? null : Spelling.hex(text, TreeHash.LENGTH);
        if (root == null) {
            throw new RecordFault("the leaf's " + name + " is not 64 lower-case hexadecimal digits");
        }
        return root;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Leaf leaf
                && at == leaf.at
                && Arrays.equals(sha256, leaf.sha256)
                && Arrays.equals(sm3, leaf.sm3);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sha256);
    }

    @Override
    public String toString() {
        return "Leaf[at=" + at + ", sha256=" + Spelling.hex(sha256) + ", sm3=" + Spelling.hex(sm3) + "]";
    }
}
