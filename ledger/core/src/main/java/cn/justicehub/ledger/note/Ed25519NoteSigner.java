package cn.justicehub.ledger.note;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Signs with an Ed25519 key held in memory. */
public final class Ed25519NoteSigner implements NoteSigner {
    private final String name;
    private final Ed25519PrivateKeyParameters key;
    private final byte[] publicKey;
    private final int keyId;

    private Ed25519NoteSigner(String name, Ed25519PrivateKeyParameters key) {
        this.name = name;
        this.key = key;
        this.publicKey = key.generatePublicKey().getEncoded();
        this.keyId = KeyText.keyId(name, KeyType.ED25519, publicKey);
    }

    /** A new key. */
    public static Ed25519NoteSigner generate(String name, SecureRandom random) {
        requireName(name);
        return new Ed25519NoteSigner(name, new Ed25519PrivateKeyParameters(random));
    }

    /** Reads what {@link #skey} wrote. */
    public static Ed25519NoteSigner parse(String skey) throws NoteFault {
        KeyText text = KeyText.parseSecret(skey);
        if (text.type() != KeyType.ED25519) {
            throw new NoteFault("no Ed25519 key");
        }
        Ed25519NoteSigner signer = new Ed25519NoteSigner(text.name(), new Ed25519PrivateKeyParameters(text.key()));
        if (signer.keyId != text.keyId()) {
            throw new NoteFault("the key id is not that of the key");
        }
        return signer;
    }

    /** The secret key as {@code PRIVATE+KEY+<name>+<id>+<base64(0x01 ‖ seed)>}. */
    public String skey() {
        return KeyText.skey(name, KeyType.ED25519, publicKey, key.getEncoded());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String vkey() {
        return KeyText.vkey(name, KeyType.ED25519, publicKey);
    }

    @Override
    public int keyId() {
        return keyId;
    }

    @Override
    public byte[] sign(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] signature = new byte[KeyType.SIGNATURE_LENGTH];
        key.sign(Ed25519.Algorithm.Ed25519, null, bytes, 0, bytes.length, signature, 0);
        return signature;
    }

    static void requireName(String name) {
        if (!NoteText.isName(name)) {
            throw new IllegalArgumentException("a key name has no spaces and no plus");
        }
    }
}
