package cn.justicehub.ledger.note;

/** One known public key. Values of this interface are immutable and equal when their vkey is. */
public sealed interface NoteVerifier permits Ed25519NoteVerifier, Sm2NoteVerifier {
    /** The key's name. */
    String name();

    /** First four bytes, big-endian, of the hash that C2SP signed-note defines. */
    int keyId();

    /** Its signature type. */
    KeyType type();

    /** The key as {@code <name>+<id>+<base64>}. */
    String vkey();

    /** Whether these bytes are this key's signature over the text as UTF-8. */
    boolean verify(String text, byte[] signature);

    /**
     * Reads a public key in its text form.
     *
     * @throws NoteFault when it is malformed, of an unknown type, no point of its curve, or has another key's id
     */
    static NoteVerifier parse(String vkey) throws NoteFault {
        KeyText text = KeyText.parsePublic(vkey);
        return switch (text.type()) {
            case ED25519 -> Ed25519NoteVerifier.of(text);
            case SM2 -> Sm2NoteVerifier.of(text);
        };
    }
}
