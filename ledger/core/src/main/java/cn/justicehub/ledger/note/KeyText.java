package cn.justicehub.ledger.note;

import cn.justicehub.ledger.merkle.TreeHash;
import cn.justicehub.ledger.text.Spelling;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A key in its note text form: {@code <name>+<8 hexadecimal digits of the key id>+<base64(prefix ‖ key)>}, with
 * {@code PRIVATE+KEY+} before it when the key is secret.
 */
@SuppressWarnings("ArrayRecordComponent")
record KeyText(String name, int keyId, KeyType type, byte[] key) {

    static final String UNKNOWN = "the key is neither Ed25519 nor SM2";

    private static final String SECRET = "PRIVATE+KEY+";

    /** First four bytes of SHA-256(name ‖ 0x0A ‖ prefix ‖ public key). */
    static int keyId(String name, KeyType type, byte[] publicKey) {
        byte[] prefix = type.prefix();
        byte[] text = (name + "\n").getBytes(StandardCharsets.UTF_8);
        ByteBuffer all = ByteBuffer.allocate(text.length + prefix.length + publicKey.length);
        all.put(text).put(prefix).put(publicKey);
        return ByteBuffer.wrap(TreeHash.SHA256.digest(all.array())).getInt();
    }

    static String vkey(String name, KeyType type, byte[] publicKey) {
        return format(name, keyId(name, type, publicKey), type, publicKey);
    }

    static String skey(String name, KeyType type, byte[] publicKey, byte[] secret) {
        return SECRET + format(name, keyId(name, type, publicKey), type, secret);
    }

    private static String format(String name, int keyId, KeyType type, byte[] key) {
        byte[] prefix = type.prefix();
        byte[] data = Arrays.copyOf(prefix, prefix.length + key.length);
        System.arraycopy(key, 0, data, prefix.length, key.length);
        return name + "+" + HexFormat.of().toHexDigits(keyId) + "+" + Spelling.base64(data);
    }

    /** Reads a public key; empty when it is well written but of no {@link KeyType}. */
    static Optional<KeyText> parsePublic(String vkey) throws NoteFault {
        Optional<KeyText> text = parse(vkey, false);
        if (text.isPresent() && keyId(text.get().name, text.get().type, text.get().key) != text.get().keyId) {
            throw new NoteFault("the key id is not that of the key");
        }
        return text;
    }

    /** Reads a secret key; the caller checks the key id, which is that of the public key. */
    static KeyText parseSecret(String skey) throws NoteFault {
        if (!skey.startsWith(SECRET)) {
            throw new NoteFault("no private key");
        }
        return parse(skey.substring(SECRET.length()), true).orElseThrow(() -> new NoteFault(UNKNOWN));
    }

    private static Optional<KeyText> parse(String text, boolean secret) throws NoteFault {
        String[] parts = text.split("\\+", 3);
        byte[] id = parts.length == 3 ? Spelling.hex(parts[1], Integer.BYTES) : null;
        byte[] data = parts.length == 3 ? Spelling.base64(parts[2]) : null;
        if (id == null || data == null || !NoteText.isName(parts[0])) {
            throw new NoteFault("a key is written as name+id+base64");
        }
        for (KeyType type : KeyType.values()) {
            byte[] prefix = type.prefix();
            int length = secret ? KeyType.SECRET_LENGTH : type.publicLength();
            if (data.length == prefix.length + length && Arrays.mismatch(prefix, data) == prefix.length) {
                byte[] key = Arrays.copyOfRange(data, prefix.length, data.length);
                return Optional.of(new KeyText(parts[0], ByteBuffer.wrap(id).getInt(), type, key));
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "KeyText[" + name + ", " + type + "]";
    }
}
