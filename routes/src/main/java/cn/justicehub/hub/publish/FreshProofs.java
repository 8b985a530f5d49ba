package cn.justicehub.hub.publish;

import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.ledger.merkle.Proofs;
import cn.justicehub.ledger.merkle.Tiles;
import cn.justicehub.ledger.merkle.TreeHash;
import cn.justicehub.ledger.note.NoteFault;
import cn.justicehub.ledger.note.SignedNote;
import cn.justicehub.ledger.proof.TlogProof;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Inclusion proofs against the published heads, computed when asked for. */
@Component
public class FreshProofs {

    private final JdbcTemplate jdbc;
    private final PublishedHeads heads;
    private final TileTable tiles;

    FreshProofs(JdbcTemplate jdbc, PublishedHeads heads, TileTable tiles) {
        this.jdbc = jdbc;
        this.heads = heads;
        this.tiles = tiles;
    }

    /**
     * Both proofs of a record's leaf.
     *
     * @param leaf the leaf's bytes
     * @param proof {@code c2sp.org/tlog-proof@v1}
     * @param proofSm3 its SM3 twin
     */
    public record Fresh(byte[] leaf, String proof, String proofSm3) {}

    /**
     * Proves a record.
     *
     * @throws Refusal 404 when there is no such record, 503 when it is not published yet
     */
    public Fresh of(EntryId entry) {
        List<byte[]> leaves = jdbc.query(
                "select bytes from leaf where generation = ? and idx = ?",
                (row, number) -> row.getBytes(1),
                entry.generation(),
                entry.index());
        if (leaves.isEmpty()) {
            throw Refusal.notFound();
        }
        PublishedHeads.Published head = heads.find(entry.generation());
        if (head == null || head.size() <= entry.index()) {
            throw Refusal.unavailable("树头尚未公布，请稍后再取", "not in a published head yet", Duration.ofSeconds(1));
        }
        return new Fresh(
                leaves.get(0),
                proof(entry, head, TreeHash.SHA256, head.checkpoint()),
                proof(entry, head, TreeHash.SM3, head.checkpointSm3()));
    }

    private String proof(EntryId entry, PublishedHeads.Published head, TreeHash hash, String checkpoint) {
        List<byte[]> path = Proofs.inclusion(
                Tiles.nodes(hash, head.size(), tiles.reader(entry.generation(), hash)),
                hash,
                entry.index(),
                head.size());
        try {
            return new TlogProof(hash, entry.index(), path, SignedNote.parse(checkpoint)).format();
        } catch (NoteFault fault) {
            throw new IllegalStateException("the published head is no note", fault);
        }
    }
}
