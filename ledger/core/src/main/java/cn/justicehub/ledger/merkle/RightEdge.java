package cn.justicehub.ledger.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree of one size, seen as rows of nodes: on each level every node but the last is a complete subtree, and the last
 * one, complete or not, is computed here once and used by every path.
 */
final class RightEdge {
    private final NodeSource source;
    private final long size;
    private final List<byte[]> lastOfLevel = new ArrayList<>();

    /** Reads the complete subtrees beside the path of the last leaf; {@code size} is at least 1. */
    RightEdge(NodeSource source, TreeHash hash, long size) {
        this.source = source;
        this.size = size;
        byte[] last = source.node(0, size - 1);
        lastOfLevel.add(last);
        for (int level = 0; last(level) > 0; level++) {
            if ((last(level) & 1) == 1) {
                last = hash.node(source.node(level, last(level) - 1), last);
            }
            lastOfLevel.add(last);
        }
    }

    byte[] root() {
        return lastOfLevel.get(lastOfLevel.size() - 1);
    }

    /** The hashes beside the path from a node up to the root, lowest first. */
    List<byte[]> siblings(int level, long index) {
        List<byte[]> path = new ArrayList<>();
        long own = index;
        for (int above = level; last(above) > 0; above++, own >>= 1) {
            long sibling = own ^ 1;
            if (sibling < last(above)) {
                path.add(source.node(above, sibling));
            } else if (sibling == last(above)) {
                path.add(lastOfLevel.get(above));
            }
        }
        return path;
    }

    private long last(int level) {
        return (size - 1) >> level;
    }
}
