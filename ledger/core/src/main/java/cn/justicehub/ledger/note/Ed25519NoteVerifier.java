package cn.justicehub.ledger.note;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** RFC 8032 verification. */
record Ed25519NoteVerifier(String vkey, String name, int keyId, Ed25519PublicKeyParameters key)
        implements NoteVerifier {

    static Ed25519NoteVerifier of(KeyText text) throws NoteFault {
        try {
            Ed25519PublicKeyParameters key = new Ed25519PublicKeyParameters(text.key());
            return new Ed25519NoteVerifier(
                    KeyText.vkey(text.name(), text.type(), text.key()), text.name(), text.keyId(), key);
        } catch (IllegalArgumentException noPoint) {
            throw new NoteFault("no Ed25519 public key");
        }
    }

    @Override
    public KeyType type() {
        return KeyType.ED25519;
    }

    @Override
    public boolean verify(String text, byte[] signature) {
        if (signature.length != KeyType.SIGNATURE_LENGTH) {
            return false;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Ed25519Signer verifier = new Ed25519Signer();
        verifier.init(false, key);
        verifier.update(bytes, 0, bytes.length);
        return verifier.verifySignature(signature);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ed25519NoteVerifier verifier && vkey.equals(verifier.vkey);
    }

    @Override
    public int hashCode() {
        return vkey.hashCode();
    }
}
