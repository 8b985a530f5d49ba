package cn.justicehub.ledger.merkle;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * The right edge of a tree: its size and the roots of the complete subtrees that make it up, largest first. It is all
 * that growing the tree needs.
 *
 * @param hash the tree's hash
 * @param size number of leaves
 * @param hashes one hash for each bit set in {@code size}, highest bit first
 */
public record CompactRange(TreeHash hash, long size, List<byte[]> hashes) {

    private static final int HEADER = 1 + Long.BYTES;

    /** Copies the hashes. */
    public CompactRange {
        if (size < 0 || hashes.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException("a compact range has one hash for each bit of its size");
        }
        hashes = hashes.stream().map(one -> TreeHash.requireHash(one).clone()).toList();
    }

    /** The range of the tree without leaves. */
    public static CompactRange empty(TreeHash hash) {
        return new CompactRange(hash, 0, List.of());
    }

    /** Copies of the hashes, largest subtree first. */
    @Override
    public List<byte[]> hashes() {
        return hashes.stream().map(byte[]::clone).toList();
    }

    /** The root of the tree (RFC 6962 §2.1). */
    public byte[] root() {
        if (hashes.isEmpty()) {
            return hash.emptyRoot();
        }
        byte[] root = hashes.get(hashes.size() - 1);
        for (int i = hashes.size() - 2; i >= 0; i--) {
            root = hash.node(hashes.get(i), root);
        }
        return root.clone();
    }

    /** For storage: one byte (1 SHA-256, 2 SM3), the size as eight bytes, big-endian, then the hashes. */
    public byte[] encode() {
        ByteBuffer out = ByteBuffer.allocate(HEADER + hashes.size() * TreeHash.LENGTH);
        out.put(code(hash)).putLong(size);
        hashes.forEach(out::put);
        return out.array();
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static CompactRange decode(byte[] bytes) {
        if (bytes.length < HEADER || bytes[0] < 1 || bytes[0] > 2 || (bytes.length - HEADER) % TreeHash.LENGTH != 0) {
            throw new IllegalArgumentException("no compact range");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        TreeHash hash = in.get() == 1 ? TreeHash.SHA256 : TreeHash.SM3;
        long size = in.getLong();
        byte[][] hashes = new byte[in.remaining() / TreeHash.LENGTH][TreeHash.LENGTH];
        for (byte[] one : hashes) {
            in.get(one);
        }
        return new CompactRange(hash, size, List.of(hashes));
    }

    private static byte code(TreeHash hash) {
        return (byte) (hash == TreeHash.SHA256 ? 1 : 2);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CompactRange range && Arrays.equals(encode(), range.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encode());
    }

    @Override
    public String toString() {
        return "CompactRange[" + hash.label() + ", size " + size + "]";
    }
}
