package cn.justicehub.ledger.merkle;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Nodes out of hash tiles: levels between those that tiles hold are hashed together here. */
final class TileNodes implements NodeSource {
    private static final int HEIGHT = 8;

    private final TreeHash hash;
    private final long size;
    private final Tiles.TileReader reader;
    private final Map<Tile, byte[]> known = new HashMap<>();

    TileNodes(TreeHash hash, long size, Tiles.TileReader reader) {
        this.hash = hash;
        this.size = size;
        this.reader = reader;
    }

    @Override
    public byte[] node(int level, long index) {
        if (level % HEIGHT != 0) {
            return hash.node(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
        }
        Tile tile = tileOf(level / HEIGHT, index / Tile.FULL_WIDTH);
        byte[] bytes = known.computeIfAbsent(tile, this::read);
        int from = (int) (index % Tile.FULL_WIDTH) * TreeHash.LENGTH;
        if (from >= bytes.length) {
            throw new IllegalArgumentException("the tree of " + size + " leaves has no such node");
        }
        return Arrays.copyOfRange(bytes, from, from + TreeHash.LENGTH);
    }

    private Tile tileOf(int level, long index) {
        long left = (size >> (HEIGHT * level)) - index * Tile.FULL_WIDTH;
        if (left < 1) {
            throw new IllegalArgumentException("the tree of " + size + " leaves has no such node");
        }
        return new Tile(level, index, (int) Math.min(left, Tile.FULL_WIDTH));
    }

    private byte[] read(Tile tile) {
        byte[] bytes = reader.read(tile);
        if (bytes.length != tile.width() * TreeHash.LENGTH) {
            throw new IllegalStateException(tile.path() + " has " + bytes.length + " bytes");
        }
        return bytes;
    }
}
