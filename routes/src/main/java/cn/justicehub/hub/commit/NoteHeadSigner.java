package cn.justicehub.hub.commit;

import cn.justicehub.ledger.note.Checkpoint;
import cn.justicehub.ledger.note.NoteSigner;

/** Signs heads as C2SP checkpoints with keys held in memory. */
final class NoteHeadSigner implements HeadSigner {

    private final LogKeys keys;

    NoteHeadSigner(LogKeys keys) {
        this.keys = keys;
    }

    @Override
    public SignedHead sign(Head head) {
        return new SignedHead(
                note(keys.sha256(head.origin()), new Checkpoint(head.origin(), head.size(), head.sha256().root())),
                note(
                        keys.sm3(head.origin()),
                        new Checkpoint(head.origin() + "/sm3", head.size(), head.sm3().root())));
    }

    private static String note(NoteSigner signer, Checkpoint checkpoint) {
        return signer.note(checkpoint.text());
    }
}
