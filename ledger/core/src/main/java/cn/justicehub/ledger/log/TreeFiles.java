package cn.justicehub.ledger.log;

import cn.justicehub.ledger.merkle.ProofFault;
import cn.justicehub.ledger.merkle.Tile;
import cn.justicehub.ledger.merkle.Tiles;
import cn.justicehub.ledger.merkle.TreeHash;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The files of one tree, none larger than it has to be. */
final class TreeFiles {
    private static final int LARGEST_CHECKPOINT = 64 * 1024;

    /** A leaf has at most 180 bytes; this leaves room to say of a longer one where it is. */
    private static final int LARGEST_BUNDLE = Tile.FULL_WIDTH * (2 + 1024);

    private final LogSource source;
    private final String prefix;

    TreeFiles(LogSource source, TreeHash hash) {
        this.source = source;
        this.prefix = prefix(hash);
    }

    static String prefix(TreeHash hash) {
        return hash == TreeHash.SHA256 ? "" : "sm3/";
    }

    String checkpointPath() {
        return prefix + "checkpoint";
    }

    String path(Tile tile) {
        return prefix + tile.path();
    }

    byte[] checkpoint() throws IOException, LogFault {
        byte[] bytes = source.read(checkpointPath(), LARGEST_CHECKPOINT);
        if (bytes == null) {
            throw new LogFault(checkpointPath(), null, "it is not there");
        }
        return requireAtMost(bytes, LARGEST_CHECKPOINT, checkpointPath());
    }

    /** The hashes of a tile, its width and no more. */
    byte[] hashes(Tile tile) throws IOException, LogFault {
        Found found = find(tile, Tile.FULL_WIDTH * TreeHash.LENGTH);
        int expected = found.tile.width() * TreeHash.LENGTH;
        if (found.bytes.length != expected) {
            throw new LogFault(path(found.tile), null, "it has " + found.bytes.length + " bytes, not " + expected);
        }
        return Arrays.copyOf(found.bytes, tile.width() * TreeHash.LENGTH);
    }

    /** The entries of a bundle, its width and no more. */
    List<byte[]> entries(Tile bundle) throws IOException, LogFault {
        Found found = find(bundle, LARGEST_BUNDLE);
        try {
            return Tiles.entries(found.bytes, found.tile.width()).subList(0, bundle.width());
        } catch (ProofFault fault) {
            throw new LogFault(path(found.tile), null, String.valueOf(fault.getMessage()));
        }
    }

    /** A partial tile may be gone once the full one is there (C2SP tlog-tiles, "Partial Tiles"). */
    private Found find(Tile tile, int most) throws IOException, LogFault {
        byte[] bytes = source.read(path(tile), most);
        if (bytes != null) {
            return new Found(tile, requireAtMost(bytes, most, path(tile)));
        }
        if (tile.partial()) {
            Tile full = new Tile(tile.level(), tile.index(), Tile.FULL_WIDTH);
            byte[] more = source.read(path(full), most);
            if (more != null) {
                return new Found(full, requireAtMost(more, most, path(full)));
            }
        }
        throw new LogFault(path(tile), null, "it is not there");
    }

    private static byte[] requireAtMost(byte[] bytes, int most, String path) throws LogFault {
        if (bytes.length > most) {
            throw new LogFault(path, null, "it has more than " + most + " bytes");
        }
        return bytes;
    }

    @SuppressWarnings("ArrayRecordComponent") // stays in here
    private record Found(Tile tile, byte[] bytes) {}
}
