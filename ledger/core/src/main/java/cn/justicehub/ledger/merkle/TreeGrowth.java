package cn.justicehub.ledger.merkle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds a group of leaves to a tree of which only the right edge is known, and proves each of them in the tree as it
 * stands after all adds, without reading any store. Not thread-safe.
 */
public final class TreeGrowth {
    private final TreeHash hash;
    private final long sizeBefore;
    private final List<Row> rows = new ArrayList<>();
    private long size;
    private @Nullable RightEdge edge;

    /** Starts from the right edge of the tree so far. */
    public TreeGrowth(CompactRange before) {
        hash = before.hash();
        sizeBefore = before.size();
        size = sizeBefore;
        int used = before.hashes().size();
        List<byte[]> hashes = before.hashes();
        for (int level = 0; level < Long.SIZE - Long.numberOfLeadingZeros(size); level++) {
            boolean known = (size >> level & 1) == 1;
            Row row = new Row((size >> level) - (known ? 1 : 0));
            if (known) {
                row.nodes.add(hashes.get(--used));
            }
            rows.add(row);
        }
    }

    /** Adds a leaf hash and answers its index in the tree. */
    public long add(byte[] leafHash) {
        long index = size++;
        edge = null;
        append(0, TreeHash.requireHash(leafHash).clone());
        for (int level = 0; (index >> level & 1) == 1; level++) {
            long right = index >> level;
            append(level + 1, hash.node(node(level, right - 1), node(level, right)));
        }
        return index;
    }

    /** Number of leaves with those added so far. */
    public long size() {
        return size;
    }

    /** The right edge with all leaves added so far. */
    public CompactRange after() {
        List<byte[]> hashes = new ArrayList<>();
        for (int level = rows.size() - 1; level >= 0; level--) {
            if ((size >> level & 1) == 1) {
                hashes.add(node(level, (size >> level) - 1));
            }
        }
        return new CompactRange(hash, size, hashes);
    }

    /** The root with all leaves added so far. */
    public byte[] root() {
        return size == 0 ? hash.emptyRoot() : after().root();
    }

    /**
     * The RFC 6962 §2.1.1 path of a leaf in the tree of {@link #size()} leaves, from its sibling up.
     *
     * @param index of a leaf that this growth added
     */
    public List<byte[]> inclusionProof(long index) {
        if (index < sizeBefore || index >= size) {
            throw new IndexOutOfBoundsException("leaf " + index + " was not added here");
        }
        if (edge == null) {
            edge = new RightEdge(this::node, hash, size);
        }
        return edge.siblings(0, index);
    }

    /**
     * The complete subtrees that this growth made, for a store of nodes; the leaves themselves are level 0.
     *
     * @param visitor told the level, the index in the level, and the hash, in order within each level
     */
    public void newNodes(NodeVisitor visitor) {
        for (int level = 0; level < rows.size(); level++) {
            for (long index = sizeBefore >> level; index < size >> level; index++) {
                visitor.node(level, index, node(level, index).clone());
            }
        }
    }

    private byte[] node(int level, long index) {
        Row row = rows.get(level);
        return row.nodes.get((int) (index - row.first));
    }

    private void append(int level, byte[] node) {
        if (level == rows.size()) {
            rows.add(new Row(0));
        }
        rows.get(level).nodes.add(node);
    }

    /** Takes the nodes that a growth made. */
    @FunctionalInterface
    public interface NodeVisitor {
        /** One complete subtree. */
        void node(int level, long index, byte[] hash);
    }

    /** The known nodes of one level, from {@code first} on without a gap. */
    private static final class Row {
        private final long first;
        private final List<byte[]> nodes = new ArrayList<>();

        Row(long first) {
            this.first = first;
        }
    }
}
