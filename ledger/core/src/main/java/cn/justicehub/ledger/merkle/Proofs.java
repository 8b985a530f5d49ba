package cn.justicehub.ledger.merkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** RFC 6962 §2.1 proofs: made from a source of nodes, and checked strictly. */
public final class Proofs {
    private Proofs() {}

    /** The root of the tree of {@code size} leaves. */
    public static byte[] root(NodeSource source, TreeHash hash, long size) {
        return size == 0 ? hash.emptyRoot() : new RightEdge(source, hash, size).root();
    }

    /** The path of a leaf (§2.1.1), from its sibling up; {@code 0 ≤ index < size}. */
    public static List<byte[]> inclusion(NodeSource source, TreeHash hash, long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("index < size");
        }
        return new RightEdge(source, hash, size).siblings(0, index);
    }

    /** The proof that the tree of {@code to} leaves extends that of {@code from} (§2.1.2); {@code 0 < from ≤ to}. */
    public static List<byte[]> consistency(NodeSource source, TreeHash hash, long from, long to) {
        if (from < 1 || from > to) {
            throw new IllegalArgumentException("0 < from <= to");
        }
        if (from == to) {
            return List.of();
        }
        int level = Long.numberOfTrailingZeros(from);
        long index = (from - 1) >> level;
        List<byte[]> proof = new ArrayList<>();
        if (index > 0) {
            proof.add(source.node(level, index));
        }
        proof.addAll(new RightEdge(source, hash, to).siblings(level, index));
        return proof;
    }

    /**
     * The root that a path leads to.
     *
     * @throws ProofFault when the index is not below the size, or the path has not exactly the length it must have
     */
    public static byte[] rootOfPath(TreeHash hash, byte[] leafHash, long index, long size, List<byte[]> path)
            throws ProofFault {
        if (index < 0 || index >= size) {
            throw new ProofFault("index " + index + " is not below size " + size);
        }
        requireHashes(path);
        requireHash(leafHash, "leaf hash");
        int inner = innerLength(index, size);
        requireLength(path, inner + Long.bitCount(index >> inner));
        byte[] node = chainInner(hash, leafHash, path.subList(0, inner), index);
        return chainBorder(hash, node, path.subList(inner, path.size()));
    }

    /**
     * Checks that a leaf lies at an index of the tree with this size and root.
     *
     * @throws ProofFault when it does not, or the proof is not exactly the one that shows it
     */
    public static void verifyInclusion(
            TreeHash hash, byte[] leafHash, long index, long size, List<byte[]> proof, byte[] root) throws ProofFault {
        requireHash(root, "root");
        if (!Arrays.equals(rootOfPath(hash, leafHash, index, size, proof), root)) {
            throw new ProofFault("the path does not lead to the root");
        }
    }

    /**
     * Checks that the tree of {@code to} leaves extends that of {@code from} leaves.
     *
     * @throws ProofFault when it does not, the proof is not exactly the one that shows it, or {@code from} is 0
     */
    public static void verifyConsistency(
            TreeHash hash, long from, long to, List<byte[]> proof, byte[] fromRoot, byte[] toRoot) throws ProofFault {
        if (from < 1 || to < from) {
            throw new ProofFault("sizes " + from + " and " + to + " do not allow a consistency proof");
        }
        requireHash(fromRoot, "first root");
        requireHash(toRoot, "second root");
        requireHashes(proof);
        if (from == to) {
            requireLength(proof, 0);
            requireSame(fromRoot, toRoot, "two roots for one size");
            return;
        }
        verifyGrowth(hash, from, to, proof, fromRoot, toRoot);
    }

    private static void verifyGrowth(
            TreeHash hash, long from, long to, List<byte[]> proof, byte[] fromRoot, byte[] toRoot) throws ProofFault {
        int level = Long.numberOfTrailingZeros(from);
        boolean seedIsRoot = from == 1L << level;
        int inner = innerLength(from - 1, to) - level;
        int border = Long.bitCount((from - 1) >> (inner + level));
        requireLength(proof, inner + border + (seedIsRoot ? 0 : 1));
        byte[] seed = seedIsRoot ? fromRoot : proof.get(0);
        List<byte[]> path = proof.subList(seedIsRoot ? 0 : 1, proof.size());
        List<byte[]> borderPath = path.subList(inner, path.size());
        long bits = (from - 1) >> level;
        byte[] first = chainInnerRight(hash, seed, path.subList(0, inner), bits);
        requireSame(chainBorder(hash, first, borderPath), fromRoot, "the proof does not lead to the first root");
        byte[] second = chainInner(hash, seed, path.subList(0, inner), bits);
        requireSame(chainBorder(hash, second, borderPath), toRoot, "the proof does not lead to the second root");
    }

    /** Levels below the one where the paths of this leaf and of the last leaf meet. */
    private static int innerLength(long index, long size) {
        return Long.SIZE - Long.numberOfLeadingZeros(index ^ (size - 1));
    }

    private static byte[] chainInner(TreeHash hash, byte[] seed, List<byte[]> path, long bits) {
        byte[] node = seed;
        for (int i = 0; i < path.size(); i++) {
            node = (bits >> i & 1) == 0 ? hash.node(node, path.get(i)) : hash.node(path.get(i), node);
        }
        return node;
    }

    private static byte[] chainInnerRight(TreeHash hash, byte[] seed, List<byte[]> path, long bits) {
        byte[] node = seed;
        for (int i = 0; i < path.size(); i++) {
            node = (bits >> i & 1) == 0 ? node : hash.node(path.get(i), node);
        }
        return node;
    }

    private static byte[] chainBorder(TreeHash hash, byte[] seed, List<byte[]> path) {
        byte[] node = seed;
        for (byte[] left : path) {
            node = hash.node(left, node);
        }
        return node;
    }

    private static void requireLength(List<byte[]> proof, int length) throws ProofFault {
        if (proof.size() != length) {
            throw new ProofFault("the proof has " + proof.size() + " hashes, not " + length);
        }
    }

    private static void requireHashes(List<byte[]> proof) throws ProofFault {
        for (byte[] one : proof) {
            requireHash(one, "hash of the proof");
        }
    }

    private static void requireHash(byte[] hash, String what) throws ProofFault {
        if (hash.length != TreeHash.LENGTH) {
            throw new ProofFault("the " + what + " has " + hash.length + " bytes");
        }
    }

    private static void requireSame(byte[] computed, byte[] given, String message) throws ProofFault {
        if (!Arrays.equals(computed, given)) {
            throw new ProofFault(message);
        }
    }
}
