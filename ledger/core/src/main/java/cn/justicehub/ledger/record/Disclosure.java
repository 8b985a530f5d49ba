package cn.justicehub.ledger.record;

import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.merkle.ProofFault;
import cn.justicehub.ledger.merkle.Proofs;
import cn.justicehub.ledger.merkle.TreeHash;
import java.util.List;

/**
 * One field of a record, shown without the others.
 *
 * @param pointer the field's RFC 6901 pointer in the record
 * @param salt its salt, 32 bytes
 * @param index its place among the record's fields
 * @param size number of the record's fields
 * @param sha256 its path in the record under SHA-256, from its sibling up
 * @param sm3 the same under SM3
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out
public record Disclosure(
        String pointer, Json value, byte[] salt, int index, int size, List<byte[]> sha256, List<byte[]> sm3) {

    /** Copies the bytes. */
    public Disclosure {
        salt = salt.clone();
        sha256 = copy(sha256);
        sm3 = copy(sm3);
    }

    /** A copy of the salt. */
    @Override
    public byte[] salt() {
        return salt.clone();
    }

    /** The path under one of the hashes; copies. */
    public List<byte[]> path(TreeHash hash) {
        return copy(hash == TreeHash.SHA256 ? sha256 : sm3);
    }

    /**
     * Checks under both hashes that the record behind a leaf has this field with this value.
     *
     * @throws ProofFault when it has not
     */
    public void verify(Leaf leaf) throws ProofFault {
        if (salt.length != Salts.SALT_LENGTH) {
            throw new ProofFault("a salt has " + Salts.SALT_LENGTH + " bytes");
        }
        for (TreeHash hash : TreeHash.values()) {
            byte[] fieldLeaf = FieldHasher.leaf(hash, salt, pointer, value);
            Proofs.verifyInclusion(hash, fieldLeaf, index, size, path(hash), leaf.root(hash));
        }
    }

    private static List<byte[]> copy(List<byte[]> hashes) {
        return hashes.stream().map(byte[]::clone).toList();
    }
}
