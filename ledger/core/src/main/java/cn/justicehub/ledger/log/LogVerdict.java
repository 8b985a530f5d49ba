package cn.justicehub.ledger.log;

import cn.justicehub.ledger.note.Checkpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What looking at a log came to.
 *
 * @param heads that of the SHA-256 tree, then that of its SM3 twin; empty when the difference is in a checkpoint
 * @param difference the first one; null when all holds
 */
public record LogVerdict(List<Head> heads, @Nullable Difference difference) {

    /** Copies the list. */
    public LogVerdict {
        heads = List.copyOf(heads);
    }

    /** Whether all holds. */
    public boolean ok() {
        return difference == null;
    }

    /**
     * A head that a trusted key signed.
     *
     * @param checkpoint its size and root
     * @param signedBy the keys, for people to read
     */
    public record Head(Checkpoint checkpoint, String signedBy) {}
}
