package cn.justicehub.ledger.merkle;

import java.util.ArrayList;
import java.util.List;

/** RFC 6962 §2.1 word for word: recursive, over all leaves, and as slow as that is. */
final class SlowTree {
    private SlowTree() {}

    static List<byte[]> leaves(TreeHash hash, int count) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(hash.leaf(new byte[] {(byte) (i >> 8), (byte) i}));
        }
        return leaves;
    }

    /** MTH(D[n]) over leaf hashes. */
    static byte[] root(TreeHash hash, List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return hash.emptyRoot();
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        return hash.node(root(hash, leaves.subList(0, k)), root(hash, leaves.subList(k, leaves.size())));
    }

    /** PATH(m, D[n]). */
    static List<byte[]> path(TreeHash hash, int m, List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return new ArrayList<>();
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        List<byte[]> left = leaves.subList(0, k);
        List<byte[]> right = leaves.subList(k, leaves.size());
        List<byte[]> path = m < k ? path(hash, m, left) : path(hash, m - k, right);
        path.add(root(hash, m < k ? right : left));
        return path;
    }

    /** PROOF(m, D[n]) = SUBPROOF(m, D[n], true). */
    static List<byte[]> proof(TreeHash hash, int m, List<byte[]> leaves) {
        return subproof(hash, m, leaves, true);
    }

    private static List<byte[]> subproof(TreeHash hash, int m, List<byte[]> leaves, boolean whole) {
        if (m == leaves.size()) {
            return new ArrayList<>(whole ? List.of() : List.of(root(hash, leaves)));
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        List<byte[]> left = leaves.subList(0, k);
        List<byte[]> right = leaves.subList(k, leaves.size());
        List<byte[]> proof = m <= k ? subproof(hash, m, left, whole) : subproof(hash, m - k, right, false);
        proof.add(root(hash, m <= k ? right : left));
        return proof;
    }

    /** The complete subtrees over the leaves; asking for one that is not complete fails. */
    static NodeSource nodes(TreeHash hash, List<byte[]> leaves) {
        return (level, index) -> root(hash, leaves.subList((int) (index << level), (int) ((index + 1) << level)));
    }
}
