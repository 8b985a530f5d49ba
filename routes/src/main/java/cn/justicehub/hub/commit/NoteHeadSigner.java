package cn.justicehub.hub.commit;

import cn.justicehub.hub.keys.LogKeys;
import cn.justicehub.ledger.note.Checkpoint;

/** Signs heads as C2SP checkpoints with keys held in memory. */
final class NoteHeadSigner implements HeadSigner {

    private final LogKeys keys;

    NoteHeadSigner(LogKeys keys) {
        this.keys = keys;
    }

    @Override
    public SignedHead sign(Head head) {
        String origin = head.origin();
        Checkpoint checkpoint =
                new Checkpoint(origin, head.size(), head.sha256().root());
        Checkpoint checkpointSm3 =
                new Checkpoint(origin + "/sm3", head.size(), head.sm3().root());
        return new SignedHead(checkpoint.sign(keys.sha256(origin)), checkpointSm3.sign(keys.sm3(origin)));
    }
}
