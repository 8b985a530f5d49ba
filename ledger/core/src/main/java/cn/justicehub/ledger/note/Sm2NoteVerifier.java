package cn.justicehub.ledger.note;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.SM2Signer;

/** SM2 with SM3 over the note text. */
record Sm2NoteVerifier(String vkey, String name, int keyId, ECPublicKeyParameters key) implements NoteVerifier {

    private static final byte UNCOMPRESSED = 4;

    static Sm2NoteVerifier of(KeyText text) throws NoteFault {
        try {
            if (text.key()[0] != UNCOMPRESSED) {
                throw new NoteFault("the SM2 key is no uncompressed point");
            }
            ECPublicKeyParameters key =
                    new ECPublicKeyParameters(Sm2.CURVE.getCurve().decodePoint(text.key()), Sm2.CURVE);
            return new Sm2NoteVerifier(
                    KeyText.vkey(text.name(), text.type(), text.key()), text.name(), text.keyId(), key);
        } catch (IllegalArgumentException noPoint) {
            throw new NoteFault("no SM2 public key");
        }
    }

    @Override
    public KeyType type() {
        return KeyType.SM2;
    }

    @Override
    public boolean verify(String text, byte[] signature) {
        if (signature.length != KeyType.SIGNATURE_LENGTH) {
            return false;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        SM2Signer verifier = Sm2.signer(false, key);
        verifier.update(bytes, 0, bytes.length);
        return verifier.verifySignature(signature);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sm2NoteVerifier verifier && vkey.equals(verifier.vkey);
    }

    @Override
    public int hashCode() {
        return vkey.hashCode();
    }
}
