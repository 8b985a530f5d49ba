package cn.justicehub.ledger.note;

/** One signing key. The hub signs inside its lock: an implementation that leaves the process keeps its own time budget. */
public interface NoteSigner {
    /** The key's name; the hub's is the origin of the tree it signs. */
    String name();

    /** The public key as {@code <name>+<id>+<base64>}. */
    String vkey();

    /** First four bytes, big-endian, of the hash that C2SP signed-note defines. */
    int keyId();

    /** The bare signature over the text as UTF-8. Safe for use by many threads. */
    byte[] sign(String text);
}
