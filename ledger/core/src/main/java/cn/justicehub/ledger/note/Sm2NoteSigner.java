package cn.justicehub.ledger.note;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/**
 * Signs with an SM2 key held in memory. The signer is initialised once, which spares a point multiplication and the
 * hash of user id and public key on every signature.
 */
public final class Sm2NoteSigner implements NoteSigner {
    private final String name;
    private final byte[] secret;
    private final byte[] publicKey;
    private final int keyId;
    private final SM2Signer signer;

    private Sm2NoteSigner(String name, BigInteger scalar, SecureRandom random) {
        ECPrivateKeyParameters key = new ECPrivateKeyParameters(scalar, Sm2.CURVE);
        this.name = name;
        this.secret = BigIntegers.asUnsignedByteArray(KeyType.SECRET_LENGTH, scalar);
        this.publicKey = new FixedPointCombMultiplier()
                .multiply(Sm2.CURVE.getG(), scalar)
                .normalize()
                .getEncoded(false);
        this.keyId = KeyText.keyId(name, KeyType.SM2, publicKey);
        this.signer = Sm2.signer(true, new ParametersWithRandom(key, random));
    }

    /** A new key. */
    public static Sm2NoteSigner generate(String name, SecureRandom random) {
        Ed25519NoteSigner.requireName(name);
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(Sm2.CURVE, random));
        ECPrivateKeyParameters key =
                (ECPrivateKeyParameters) generator.generateKeyPair().getPrivate();
        return new Sm2NoteSigner(name, key.getD(), random);
    }

    /**
     * Reads what {@link #skey} wrote.
     *
     * @param random source of the secret number of each signature
     */
    public static Sm2NoteSigner parse(String skey, SecureRandom random) throws NoteFault {
        KeyText text = KeyText.parseSecret(skey);
        if (text.type() != KeyType.SM2) {
            throw new NoteFault("no SM2 key");
        }
        try {
            Sm2NoteSigner signer = new Sm2NoteSigner(text.name(), new BigInteger(1, text.key()), random);
            if (signer.keyId == text.keyId()) {
                return signer;
            }
        } catch (IllegalArgumentException outOfRange) {
            throw new NoteFault("the SM2 scalar is out of range");
        }
        throw new NoteFault("the key id is not that of the key");
    }

    /** The secret key as {@code PRIVATE+KEY+<name>+<id>+<base64(0xff ‖ identifier ‖ scalar)>}. */
    public String skey() {
        return KeyText.skey(name, KeyType.SM2, publicKey, secret);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String vkey() {
        return KeyText.vkey(name, KeyType.SM2, publicKey);
    }

    @Override
    public int keyId() {
        return keyId;
    }

    @Override
    public synchronized byte[] sign(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        signer.update(bytes, 0, bytes.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException failure) {
            throw new IllegalStateException("SM2 signing failed", failure);
        }
    }
}
