package cn.justicehub.ledger.receipt;

import cn.justicehub.ledger.merkle.ProofFault;
import cn.justicehub.ledger.merkle.Proofs;
import cn.justicehub.ledger.merkle.TreeHash;
import cn.justicehub.ledger.note.Checkpoint;
import cn.justicehub.ledger.note.NoteFault;
import cn.justicehub.ledger.proof.TlogProof;
import cn.justicehub.ledger.proof.TlogProofFault;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the leaf lies in the tree, or both trees, of the log, and whether the log's keys say so. */
final class ProofChecks {
    private final Receipt receipt;
    private final Optional<EntryId> entryId;
    private final Keyring keyring;
    private final Checks checks;
    private final Map<TreeHash, Checkpoint> heads = new EnumMap<>(TreeHash.class);

    ProofChecks(Receipt receipt, Keyring keyring, Checks checks) {
        this.receipt = receipt;
        this.entryId = EntryId.parse(receipt.entryId());
        this.keyring = keyring;
        this.checks = checks;
    }

    void run(Options options) {
        if (entryId.isEmpty()) {
            checks.fail("entryId.form", "not <generation>-<leaf index>");
        }
        for (TreeHash hash : TreeHash.values()) {
            if (options.wants(hash)) {
                proof(hash);
            }
        }
        Checkpoint main = heads.get(TreeHash.SHA256);
        Checkpoint twin = heads.get(TreeHash.SM3);
        if (main != null && twin != null) {
            checks.same("heads.size", Long.toString(main.size()), Long.toString(twin.size()));
            checks.same("heads.origin", main.origin() + "/sm3", twin.origin());
        }
    }

    private void proof(TreeHash hash) {
        try {
            TlogProof proof = TlogProof.parse(hash == TreeHash.SHA256 ? receipt.proof() : receipt.proofSm3());
            if (proof.hash() != hash) {
                throw new NoteFault("the proof is one under the other hash");
            }
            Checkpoint head = proof.head();
            heads.put(hash, head);
            entryId(hash, proof, head);
            inclusion(hash, proof, head);
            signature(hash, proof, head);
        } catch (TlogProofFault | NoteFault fault) {
            checks.fail("proof." + hash.label(), fault.getMessage());
        }
    }

    private void entryId(TreeHash hash, TlogProof proof, Checkpoint head) {
        Optional<LogOrigin> origin = LogOrigin.parse(head.origin(), hash);
        checks.same(
                "entryId.generation." + hash.label(),
                origin.map(log -> Long.toString(log.generation())).orElse(null),
                entryId.map(id -> Long.toString(id.generation())).orElse(null),
                origin.isEmpty() ? "the origin is not <name>/log/<generation>" : null);
        checks.same(
                "entryId.index." + hash.label(),
                Long.toString(proof.index()),
                entryId.map(id -> Long.toString(id.index())).orElse(null));
    }

    private void signature(TreeHash hash, TlogProof proof, Checkpoint head) {
        String name = "signature." + hash.label();
        try {
            checks.pass(name, "by " + HeadSignature.require(keyring, hash, proof.checkpoint(), head));
        } catch (NoteFault fault) {
            checks.fail(name, fault.getMessage());
        }
    }

    private void inclusion(TreeHash hash, TlogProof proof, Checkpoint head) {
        String name = "inclusion." + hash.label();
        @Nullable String fault = null;
        try {
            byte[] leaf = receipt.leaf().hash(hash);
            Proofs.verifyInclusion(hash, leaf, proof.index(), head.size(), proof.path(), head.root());
        } catch (ProofFault refused) {
            fault = refused.getMessage();
        }
        if (fault == null) {
            checks.pass(name, "leaf " + proof.index() + " of " + head.size());
        } else {
            checks.fail(name, fault);
        }
    }
}
