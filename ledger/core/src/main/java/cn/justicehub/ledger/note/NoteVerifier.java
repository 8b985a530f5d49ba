package cn.justicehub.ledger.note;

import java.util.Optional;

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
        return ofKnownType(vkey).orElseThrow(() -> new NoteFault(KeyText.UNKNOWN));
    }

    /**
     * Reads a public key in its text form, or answers empty when it is well written but of a type unknown here, so that
     * an old program can pass over a new kind of key.
     */
    static Optional<NoteVerifier> ofKnownType(String vkey) throws NoteFault {
        Optional<KeyText> text = KeyText.parsePublic(vkey);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (text.get().type()) {
                    case ED25519 -> Ed25519NoteVerifier.of(text.get());
                    case SM2 -> Sm2NoteVerifier.of(text.get());
                });
    }
}
