package cn.justicehub.hub.keys;

import cn.justicehub.ledger.note.NoteSigner;

/** The keys with which this hub signs heads of a generation. */
public interface LogKeys {

    /** Name of the hub in its log; the origin of a generation is {@code <name>/log/<generation>}. */
    String name();

    /** Ed25519 signer of checkpoints of the SHA-256 tree; its key name is the origin. */
    NoteSigner sha256(String origin);

    /** SM2 signer of checkpoints of the SM3 tree; its key name is {@code <origin>/sm3}. */
    NoteSigner sm3(String origin);
}
