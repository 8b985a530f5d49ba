package cn.justicehub.ledger.log;

import cn.justicehub.ledger.merkle.Tile;
import cn.justicehub.ledger.merkle.Tiles;
import cn.justicehub.ledger.merkle.TreeHash;
import cn.justicehub.ledger.note.Checkpoint;
import cn.justicehub.ledger.record.Leaf;
import cn.justicehub.ledger.record.RecordFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Both trees side by side, from the head down and from the first leaf to the last. */
final class LogWalk {
    private final List<TreeCheck> trees;
    private final List<Checkpoint> heads;

    /** @param heads one for each hash, in the order of {@link TreeHash} */
    LogWalk(LogSource source, List<LogVerdict.Head> heads) {
        this.trees = List.of(new TreeCheck(source, TreeHash.SHA256), new TreeCheck(source, TreeHash.SM3));
        this.heads = heads.stream().map(LogVerdict.Head::checkpoint).toList();
    }

    void run() throws IOException, LogFault {
        List<Tile> edge = Tiles.partials(heads.get(0).size()).stream()
                .filter(tile -> !tile.entries())
                .sorted(Comparator.comparingInt(Tile::level).reversed())
                .toList();
        List<Map<Tile, byte[]>> known = new ArrayList<>();
        for (int tree = 0; tree < trees.size(); tree++) {
            known.add(trees.get(tree).edge(edge, heads.get(tree)));
        }
        for (Tile tile : edge) {
            below(
                    tile,
                    known.stream()
                            .map(hashes -> hashes.getOrDefault(tile, new byte[0]))
                            .toList());
        }
    }

    /** @param hashes of the tile in each tree, all of them under the heads' roots */
    private void below(Tile tile, List<byte[]> hashes) throws IOException, LogFault {
        if (tile.level() == 0) {
            leaves(new Tile(Tile.ENTRIES, tile.index(), tile.width()), hashes);
            return;
        }
        for (int at = 0; at < tile.width(); at++) {
            Tile child = new Tile(tile.level() - 1, tile.first() + at, Tile.FULL_WIDTH);
            List<byte[]> own = new ArrayList<>();
            for (int tree = 0; tree < trees.size(); tree++) {
                own.add(trees.get(tree).full(child, TreeCheck.nth(hashes.get(tree), at)));
            }
            below(child, own);
        }
    }

    private void leaves(Tile bundle, List<byte[]> hashes) throws IOException, LogFault {
        List<byte[]> entries = trees.get(0).entries(bundle, hashes.get(0));
        List<byte[]> twins = trees.get(1).entries(bundle, hashes.get(1));
        for (int at = 0; at < entries.size(); at++) {
            requireLeaf(bundle, at, entries.get(at));
            if (!Arrays.equals(entries.get(at), twins.get(at))) {
                String problem =
                        "the SM3 tree has another leaf than " + trees.get(0).path(bundle);
                throw new LogFault(trees.get(1).path(bundle), bundle.first() + at, problem);
            }
        }
    }

    private void requireLeaf(Tile bundle, int at, byte[] entry) throws LogFault {
        try {
            Leaf.parse(entry);
        } catch (RecordFault fault) {
            String problem = String.valueOf(fault.getMessage());
            throw new LogFault(trees.get(0).path(bundle), bundle.first() + at, problem);
        }
    }
}
