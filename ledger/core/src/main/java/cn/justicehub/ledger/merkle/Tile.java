package cn.justicehub.ledger.merkle;

import java.util.Optional;

/**
 * The name of one tile of a C2SP tlog-tiles log.
 *
 * @param level 0 to 63, or {@link #ENTRIES} for an entry bundle
 * @param index of the tile within its level
 * @param width hashes or entries in it, 1 to 256; below 256 it is partial
 */
public record Tile(int level, long index, int width) {

    /** The level of entry bundles. */
    public static final int ENTRIES = -1;

    /** Hashes in a full tile. */
    public static final int FULL_WIDTH = 256;

    private static final int HIGHEST_LEVEL = 63;
    private static final int HEIGHT = 8;

    /** Refuses what no path can name. */
    public Tile {
        if (level < ENTRIES || level > HIGHEST_LEVEL || index < 0 || width < 1 || width > FULL_WIDTH) {
            throw new IllegalArgumentException("no tile");
        }
    }

    /** The tile for a path as {@link #path} writes it; empty for any other spelling. */
    public static Optional<Tile> parse(String path) {
        return TilePath.parse(path);
    }

    /** {@code tile/<L>/<N>[.p/<W>]} or {@code tile/entries/<N>[.p/<W>]}, without a leading slash. */
    public String path() {
        return TilePath.format(this);
    }

    /** Whether the tile holds fewer than 256 hashes or entries. */
    public boolean partial() {
        return width < FULL_WIDTH;
    }

    /** Whether it holds entries, not hashes. */
    public boolean entries() {
        return level == ENTRIES;
    }

    /** Whether a tree of this size has all that the tile holds. */
    public boolean within(long size) {
        long have = availableAt(size) >> HEIGHT;
        return index < have || (index == have && width <= (availableAt(size) & (FULL_WIDTH - 1)));
    }

    /** Index, within the tile's level, of its first hash or entry. */
    public long first() {
        return Math.multiplyExact(index, FULL_WIDTH);
    }

    /** Hashes or entries that this level has in a tree of the given size. */
    private long availableAt(long size) {
        int shift = HEIGHT * Math.max(level, 0);
        return shift >= Long.SIZE ? 0 : size >> shift;
    }
}
