package cn.justicehub.ledger.receipt;

import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.merkle.CompactRange;
import cn.justicehub.ledger.merkle.TreeGrowth;
import cn.justicehub.ledger.merkle.TreeHash;
import cn.justicehub.ledger.note.Checkpoint;
import cn.justicehub.ledger.note.NoteSigner;
import cn.justicehub.ledger.note.SignedNote;
import cn.justicehub.ledger.proof.TlogProof;
import cn.justicehub.ledger.record.Leaf;
import cn.justicehub.ledger.record.SealedRecord;
import java.util.List;

/** A small log of given leaves, with both trees. */
final class ExampleLog {
    static final LogOrigin ORIGIN = new LogOrigin("hub.sandbox.invalid", 1);

    private final TreeGrowth sha256 = new TreeGrowth(CompactRange.empty(TreeHash.SHA256));
    private final TreeGrowth sm3 = new TreeGrowth(CompactRange.empty(TreeHash.SM3));

    ExampleLog(List<Leaf> leaves) {
        for (Leaf leaf : leaves) {
            sha256.add(leaf.hash(TreeHash.SHA256));
            sm3.add(leaf.hash(TreeHash.SM3));
        }
    }

    Checkpoint head(TreeHash hash) {
        TreeGrowth tree = tree(hash);
        return new Checkpoint(ORIGIN.text(hash), tree.size(), tree.root());
    }

    TlogProof proof(TreeHash hash, long index, SignedNote head) {
        return new TlogProof(hash, index, tree(hash).inclusionProof(index), head);
    }

    /** The receipt of the record whose leaf lies at the index, under heads signed with these keys. */
    Receipt receipt(long index, SealedRecord sealed, NoteSigner ed25519, NoteSigner sm2) {
        return Receipt.of(
                new EntryId(ORIGIN.generation(), index),
                sealed,
                proof(TreeHash.SHA256, index, head(TreeHash.SHA256).sign(ed25519)),
                proof(TreeHash.SM3, index, head(TreeHash.SM3).sign(sm2)));
    }

    static Leaf leafOf(SealedRecord sealed) {
        return sealed.leaf(acceptedAt(sealed.record()));
    }

    private static long acceptedAt(JsonObject record) {
        Long at = record.number("acceptedAt");
        if (at == null) {
            throw new IllegalArgumentException("no acceptedAt");
        }
        return at;
    }

    private TreeGrowth tree(TreeHash hash) {
        return hash == TreeHash.SHA256 ? sha256 : sm3;
    }
}
