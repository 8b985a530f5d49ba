package cn.justicehub.hub.commit;

import cn.justicehub.ledger.note.SignedNote;

/** Signs heads of both trees; inside the head lock, so within a few milliseconds. */
public interface HeadSigner {

    /** Both signed checkpoints of a head. */
    SignedHead sign(Head head);

    /**
     * Two notes over one size.
     *
     * @param checkpoint C2SP checkpoint of the SHA-256 tree, signed Ed25519
     * @param checkpointSm3 its twin of the SM3 tree, signed SM2
     */
    record SignedHead(SignedNote checkpoint, SignedNote checkpointSm3) {}
}
