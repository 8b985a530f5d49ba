package cn.justicehub.ledger.log;

import cn.justicehub.ledger.merkle.Tile;
import cn.justicehub.ledger.merkle.Tiles;
import cn.justicehub.ledger.merkle.TreeHash;
import cn.justicehub.ledger.receipt.Keyring;
import java.io.IOException;
import java.util.List;

/**
 * Looks at every leaf and every tile of a log, under both hashes, from the signed heads down. What it keeps does not grow
 * with the log: one tile of each level, and one entry bundle, for each tree.
 */
public final class LogVerifier {
    private final LogSource source;
    private final Keyring keyring;

    private LogVerifier(LogSource source, Keyring keyring) {
        this.source = source;
        this.keyring = keyring;
    }

    /**
     * Verifies the log.
     *
     * @throws IOException when a file cannot be read, or there is no checkpoint at all: then nothing is said about the log
     */
    public static LogVerdict verify(LogSource source, Keyring keyring) throws IOException {
        return new LogVerifier(source, keyring).run();
    }

    private LogVerdict run() throws IOException {
        List<LogVerdict.Head> heads = List.of();
        try {
            heads = new LogHeads(source, keyring).read();
            new LogWalk(source, heads).run();
            requireNothingBeyond(heads.get(0).checkpoint().size());
            return new LogVerdict(heads, null);
        } catch (LogFault fault) {
            return new LogVerdict(heads, fault.difference());
        }
    }

    /** Tiles that hold more than the head says are those of a head that was taken back, unless the log grew meanwhile. */
    private void requireNothingBeyond(long size) throws IOException, LogFault {
        for (TreeHash hash : TreeHash.values()) {
            String prefix = TreeFiles.prefix(hash);
            Tile beyond = source.anyOf(prefix, Tiles.beyond(size));
            if (beyond != null
                    && new LogHeads(source, keyring).read().get(0).checkpoint().size() <= size) {
                throw new LogFault(
                        prefix + "checkpoint",
                        null,
                        "it ends at " + size + " leaves, but " + prefix + beyond.path()
                                + " holds more: an older head was put in the place of a newer one");
            }
        }
    }
}
