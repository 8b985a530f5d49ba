package cn.justicehub.hub.publish;

import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.commit.LogStanding;
import cn.justicehub.hub.commit.WentBack;
import cn.justicehub.hub.time.BusinessClock;
import cn.justicehub.ledger.merkle.Tile;
import cn.justicehub.ledger.merkle.Tiles;
import cn.justicehub.ledger.merkle.TreeHash;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the tiles of what was committed, then moves the published head to it, never backwards. */
@Component
class Publisher {

    private final TransactionTemplate transaction;
    private final PublishedHeads heads;
    private final TileTable tiles;
    private final BusinessClock clock;
    private final LogStanding standing;

    Publisher(
            TransactionTemplate transaction,
            PublishedHeads heads,
            TileTable tiles,
            BusinessClock clock,
            LogStanding standing) {
        this.transaction = transaction;
        this.heads = heads;
        this.tiles = tiles;
        this.clock = clock;
        this.standing = standing;
    }

    /**
     * Publishes what is new; nothing while the committer says that the database went back, and nothing that this replica
     * has not noted outside the database: a head that others saw could then be taken back unnoticed.
     */
    void publish() {
        if (standing.notAccepting() instanceof WentBack) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            PublishedHeads.Published next = heads.committed();
            PublishedHeads.Published last = heads.find(next.generation());
            long size = last == null ? -1 : last.size();
            if (next.size() > size && noted(next) && heads.alone()) {
                materialise(next.generation(), Math.max(size, 0), next.size());
                heads.publish(next, clock.now().toEpochMilli());
            }
        });
    }

    private boolean noted(PublishedHeads.Published head) {
        return head.size() == 0 || standing.noted(new EntryId(head.generation(), head.size() - 1));
    }

    private void materialise(int generation, long from, long to) {
        for (Tile tile : Tiles.completed(from, to)) {
            if (!tile.entries()) {
                tiles.store(generation, TreeHash.SHA256, tile);
                tiles.store(generation, TreeHash.SM3, tile);
            }
        }
    }
}
