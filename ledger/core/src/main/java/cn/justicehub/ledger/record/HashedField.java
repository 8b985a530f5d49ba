package cn.justicehub.ledger.record;

import cn.justicehub.ledger.merkle.TreeHash;

/** A field with its salt and its leaf hash under both hashes. Never leaves this package, so nothing is copied. */
@SuppressWarnings("ArrayRecordComponent")
record HashedField(Field field, byte[] salt, byte[] sha256, byte[] sm3) {

    byte[] leaf(TreeHash hash) {
        return hash == TreeHash.SHA256 ? sha256 : sm3;
    }
}
