package cn.justicehub.ledger.log;

import cn.justicehub.ledger.merkle.CompactRange;
import cn.justicehub.ledger.merkle.Tile;
import cn.justicehub.ledger.merkle.TreeGrowth;
import cn.justicehub.ledger.merkle.TreeHash;
import cn.justicehub.ledger.note.Checkpoint;
import cn.justicehub.ledger.text.Spelling;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One tree of the log: what of it is read is compared with what is already known to be under the head's root. */
final class TreeCheck {
    private final TreeHash hash;
    private final TreeFiles files;

    TreeCheck(LogSource source, TreeHash hash) {
        this.hash = hash;
        this.files = new TreeFiles(source, hash);
    }

    String path(Tile tile) {
        return files.path(tile);
    }

    /**
     * The tiles at the tree's right edge: together they make the head's root.
     *
     * @param tiles that of the highest level first
     */
    Map<Tile, byte[]> edge(List<Tile> tiles, Checkpoint head) throws IOException, LogFault {
        Map<Tile, byte[]> edge = new LinkedHashMap<>();
        List<byte[]> subtrees = new ArrayList<>();
        for (Tile tile : tiles) {
            byte[] hashes = files.hashes(tile);
            edge.put(tile, hashes);
            subtrees.addAll(range(hashes).hashes());
        }
        byte[] root = new CompactRange(hash, head.size(), subtrees).root();
        if (!Arrays.equals(root, head.root())) {
            for (Map.Entry<Tile, byte[]> one : edge.entrySet()) {
                requireAgrees(one.getKey(), one.getValue());
            }
            throw new LogFault(
                    files.checkpointPath(),
                    null,
                    "its root is " + Spelling.hex(head.root()) + ", that of the tiles " + Spelling.hex(root));
        }
        return edge;
    }

    /** A full tile, the root of which is known. */
    byte[] full(Tile tile, byte[] root) throws IOException, LogFault {
        byte[] hashes = files.hashes(tile);
        byte[] own = range(hashes).root();
        if (!Arrays.equals(own, root)) {
            requireAgrees(tile, hashes);
            throw new LogFault(
                    path(tile),
                    null,
                    "its root is " + Spelling.hex(own) + ", the tile above has " + Spelling.hex(root));
        }
        return hashes;
    }

    /** The entries of a bundle, the leaf hashes of which are known. */
    List<byte[]> entries(Tile bundle, byte[] hashes) throws IOException, LogFault {
        List<byte[]> entries = files.entries(bundle);
        for (int at = 0; at < entries.size(); at++) {
            byte[] own = hash.leaf(entries.get(at));
            requireSame(bundle, at, own, nth(hashes, at), "the leaf hashes to ");
        }
        return entries;
    }

    /** Names the hash of a tile that is not what lies below it; says nothing when that cannot be read. */
    private void requireAgrees(Tile tile, byte[] hashes) throws IOException, LogFault {
        for (int at = 0; at < tile.width(); at++) {
            byte[] below = below(tile, at);
            if (below != null) {
                requireSame(tile, at, nth(hashes, at), below, "the hash is ");
            }
        }
    }

    private byte @Nullable [] below(Tile tile, int at) throws IOException {
        try {
            return tile.level() == 0
                    ? hash.leaf(files.entries(new Tile(Tile.ENTRIES, tile.index(), tile.width()))
                            .get(at))
                    : range(files.hashes(new Tile(tile.level() - 1, tile.first() + at, Tile.FULL_WIDTH)))
                            .root();
        } catch (LogFault unreadable) {
            return null;
        }
    }

    private void requireSame(Tile tile, int at, byte[] found, byte[] expected, String words) throws LogFault {
        if (!Arrays.equals(found, expected)) {
            throw new LogFault(
                    path(tile), tile.first() + at, words + Spelling.hex(found) + ", not " + Spelling.hex(expected));
        }
    }

    static byte[] nth(byte[] hashes, int at) {
        return Arrays.copyOfRange(hashes, at * TreeHash.LENGTH, (at + 1) * TreeHash.LENGTH);
    }

    private CompactRange range(byte[] hashes) {
        TreeGrowth growth = new TreeGrowth(CompactRange.empty(hash));
        for (int at = 0; at < hashes.length / TreeHash.LENGTH; at++) {
            growth.add(nth(hashes, at));
        }
        return growth.after();
    }
}
