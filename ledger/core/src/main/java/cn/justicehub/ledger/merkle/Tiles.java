package cn.justicehub.ledger.merkle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Contents of the tiles of a C2SP tlog-tiles log. */
public final class Tiles {
    private static final int LARGEST_ENTRY = 0xFFFF;
    private static final int HEIGHT = 8;

    private Tiles() {}

    /** The bytes of a hash tile: its hashes one after the other. */
    public static byte[] hashes(Tile tile, NodeSource source) {
        if (tile.entries()) {
            throw new IllegalArgumentException("an entry bundle has no hashes");
        }
        ByteBuffer out = ByteBuffer.allocate(tile.width() * TreeHash.LENGTH);
        for (int i = 0; i < tile.width(); i++) {
            out.put(source.node(tile.level() * HEIGHT, tile.first() + i));
        }
        return out.array();
    }

    /** The bytes of an entry bundle: each entry behind its length, two bytes, big-endian. */
    public static byte[] bundle(List<byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > LARGEST_ENTRY) {
                throw new IllegalArgumentException("an entry has at most " + LARGEST_ENTRY + " bytes");
            }
            out.write(entry.length >> 8);
            out.write(entry.length);
            out.writeBytes(entry);
        }
        return out.toByteArray();
    }

    /**
     * The entries of a bundle.
     *
     * @throws ProofFault when the bytes are not exactly {@code width} entries
     */
    public static List<byte[]> entries(byte[] bundle, int width) throws ProofFault {
        List<byte[]> entries = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(bundle);
        while (in.remaining() >= Short.BYTES) {
            int length = in.getShort() & LARGEST_ENTRY;
            if (length > in.remaining()) {
                throw new ProofFault("an entry is cut off");
            }
            byte[] entry = new byte[length];
            in.get(entry);
            entries.add(entry);
        }
        if (in.hasRemaining() || entries.size() != width) {
            throw new ProofFault("the bundle is not " + width + " entries");
        }
        return entries;
    }

    /**
     * The full tiles, hashes of every level and entries, that a tree has at size {@code to} and had not yet at size
     * {@code from}, lowest level first.
     */
    public static List<Tile> completed(long from, long to) {
        List<Tile> tiles = new ArrayList<>();
        for (int level = Tile.ENTRIES; to >> (HEIGHT * (Math.max(level, 0) + 1)) > 0; level++) {
            int shift = HEIGHT * (Math.max(level, 0) + 1);
            for (long index = from >> shift; index < to >> shift; index++) {
                tiles.add(new Tile(level, index, Tile.FULL_WIDTH));
            }
            if (shift == HEIGHT * 7) {
                break;
            }
        }
        return tiles;
    }

    /** The partial tiles, hashes and entries, that stand at the right of a tree of this size. */
    public static List<Tile> partials(long size) {
        List<Tile> tiles = new ArrayList<>();
        for (int level = Tile.ENTRIES; level < HEIGHT && size >> (HEIGHT * Math.max(level, 0)) > 0; level++) {
            long available = size >> (HEIGHT * Math.max(level, 0));
            int width = (int) (available & (Tile.FULL_WIDTH - 1));
            if (width > 0) {
                tiles.add(new Tile(level, available >> HEIGHT, width));
            }
        }
        return tiles;
    }

    /** The level 0 tiles where the next leaf of a tree of this size goes: only a larger tree has them, narrowest first. */
    public static List<Tile> beyond(long size) {
        List<Tile> tiles = new ArrayList<>();
        for (int width = (int) (size & (Tile.FULL_WIDTH - 1)) + 1; width <= Tile.FULL_WIDTH; width++) {
            tiles.add(new Tile(0, size >> HEIGHT, width));
        }
        return tiles;
    }

    /** Reads nodes out of tiles; tiles are kept, so use one source for a few proofs, not for ever. Not thread-safe. */
    public static NodeSource nodes(TreeHash hash, long size, TileReader reader) {
        return new TileNodes(hash, size, reader);
    }

    /** Where the bytes of tiles come from: a directory, a database, HTTP. */
    @FunctionalInterface
    public interface TileReader {
        /** The bytes of a tile that a tree of the size in question has. */
        byte[] read(Tile tile);
    }
}
