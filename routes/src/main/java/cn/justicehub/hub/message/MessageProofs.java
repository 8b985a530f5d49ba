package cn.justicehub.hub.message;

import cn.justicehub.api.server.model.Leaf;
import cn.justicehub.api.server.model.Proof;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.publish.FreshProofs;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.record.RecordFault;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Proofs against the heads that everybody sees. */
@Component
class MessageProofs {

    private final Visible visible;
    private final Function<EntryId, FreshProofs.Fresh> proofs;

    @Autowired
    MessageProofs(Visible visible, FreshProofs proofs) {
        this(visible, proofs::of);
    }

    MessageProofs(Visible visible, Function<EntryId, FreshProofs.Fresh> proofs) {
        this.visible = visible;
        this.proofs = proofs;
    }

    /**
     * The proofs.
     *
     * @throws Refusal 404 when the caller may not have them, 503 when the record is not published yet
     */
    Proof prove(ProofQuestion question) {
        EntryId entry = visible.withProof(question.caller(), question.entryId()).entry();
        FreshProofs.Fresh fresh = proofs.apply(entry);
        return new Proof(entry.toString(), leaf(fresh.leaf()), fresh.proof(), fresh.proofSm3());
    }

    private static Leaf leaf(byte[] bytes) {
        try {
            JsonObject leaf = cn.justicehub.ledger.record.Leaf.parse(bytes).toJson();
            return new Leaf(leaf.number("at"), leaf.string("sha256"), leaf.string("sm3"), 1);
        } catch (RecordFault fault) {
            throw new IllegalStateException("a stored leaf does not parse", fault);
        }
    }
}
