package cn.justicehub.ledger.record;

import cn.justicehub.ledger.merkle.TreeHash;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The RFC 6962 recursion over a record's fields: a subtree of n leaves splits at the largest power of two below n. A
 * range of the fields, the payload, is covered by the largest subtrees of this recursion that lie wholly inside it.
 */
final class FieldTree {
    private FieldTree() {}

    /** The root of the subtree over {@code [from, to)}, a subtree of the recursion. */
    static byte[] root(TreeHash hash, List<byte[]> leaves, int from, int to) {
        if (to - from == 1) {
            return leaves.get(from);
        }
        int split = from + split(to - from);
        return hash.node(root(hash, leaves, from, split), root(hash, leaves, split, to));
    }

    /** The root over {@code size} leaves, given the roots of some subtrees of the recursion and the leaves beside them. */
    static byte[] root(TreeHash hash, int size, List<Span> known, List<byte[]> roots, IntFunction<byte[]> leaf) {
        return root(hash, new Span(0, size), known, roots, leaf);
    }

    private static byte[] root(
            TreeHash hash, Span subtree, List<Span> known, List<byte[]> roots, IntFunction<byte[]> leaf) {
        int at = known.indexOf(subtree);
        if (at >= 0) {
            return roots.get(at);
        }
        if (subtree.to - subtree.from == 1) {
            return leaf.apply(subtree.from);
        }
        int split = subtree.from + split(subtree.to - subtree.from);
        return hash.node(
                root(hash, new Span(subtree.from, split), known, roots, leaf),
                root(hash, new Span(split, subtree.to), known, roots, leaf));
    }

    /** The subtrees that cover {@code [first, end)} of a tree of {@code size} leaves, left to right. */
    static List<Span> cover(int size, int first, int end) {
        List<Span> spans = new ArrayList<>();
        cover(new Span(0, size), new Span(first, end), spans);
        return spans;
    }

    private static void cover(Span subtree, Span range, List<Span> spans) {
        if (range.contains(subtree)) {
            spans.add(subtree);
        } else if (range.meets(subtree)) {
            int split = subtree.from + split(subtree.to - subtree.from);
            cover(new Span(subtree.from, split), range, spans);
            cover(new Span(split, subtree.to), range, spans);
        }
    }

    /** The path of a leaf, from its sibling up. */
    static List<byte[]> path(TreeHash hash, List<byte[]> leaves, int index) {
        List<byte[]> path = new ArrayList<>();
        int from = 0;
        int to = leaves.size();
        while (to - from > 1) {
            int split = from + split(to - from);
            if (index < split) {
                path.add(0, root(hash, leaves, split, to));
                to = split;
            } else {
                path.add(0, root(hash, leaves, from, split));
                from = split;
            }
        }
        return path;
    }

    /** The largest power of two below {@code count}, which is at least 2. */
    static int split(int count) {
        return Integer.highestOneBit(count - 1);
    }

    /** The leaves {@code [from, to)}. */
    record Span(int from, int to) {

        boolean contains(Span other) {
            return from <= other.from && other.to <= to;
        }

        boolean meets(Span other) {
            return from < other.to && other.from < to;
        }
    }
}
