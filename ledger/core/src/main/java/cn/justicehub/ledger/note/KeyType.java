package cn.justicehub.ledger.note;

import java.nio.charset.StandardCharsets;

/** The signature types this ledger writes and reads, each with the bytes that stand before its public key. */
@SuppressWarnings("ImmutableEnumChecker") // the array is never written and never handed out
public enum KeyType {
    /** C2SP signed-note type 0x01: RFC 8032 over the note text. */
    ED25519(new byte[] {1}, 32),
    /** Type 0xff, identifier {@code justicehub/sm2-sm3/v1}: SM2 with SM3 over the note text, r‖s. */
    SM2(identified("justicehub/sm2-sm3/v1"), 65);

    /** Length of a private key (seed or scalar) and half of that of a signature, in bytes, for both types. */
    static final int SECRET_LENGTH = 32;

    static final int SIGNATURE_LENGTH = 64;

    private final byte[] prefix;
    private final int publicLength;

    KeyType(byte[] prefix, int publicLength) {
        this.prefix = prefix;
        this.publicLength = publicLength;
    }

    byte[] prefix() {
        return prefix.clone();
    }

    int publicLength() {
        return publicLength;
    }

    private static byte[] identified(String identifier) {
        byte[] text = identifier.getBytes(StandardCharsets.US_ASCII);
        byte[] prefix = new byte[1 + text.length];
        prefix[0] = (byte) 0xff;
        System.arraycopy(text, 0, prefix, 1, text.length);
        return prefix;
    }
}
