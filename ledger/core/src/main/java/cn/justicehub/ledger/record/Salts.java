package cn.justicehub.ledger.record;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The salts of one record's fields, all drawn from the exchange's key and the record's nonce, so that destroying the
 * key destroys them. Safe for use by many threads.
 */
public final class Salts {
    /** Length of a record's nonce, in bytes. */
    public static final int NONCE_LENGTH = 32;

    /** Length of a salt, in bytes. */
    public static final int SALT_LENGTH = 32;

    private static final int SHORTEST_KEY = 16;
    private static final byte[] INFO = "salt".getBytes(StandardCharsets.US_ASCII);

    private final HMac mac = new HMac(new SM3Digest());
    private final byte[] nonce;

    private Salts(byte[] key, byte[] nonce) {
        mac.init(new KeyParameter(key));
        this.nonce = nonce;
    }

    /**
     * The salts of a record.
     *
     * @param exchangeKey the exchange's data key, at least 16 bytes
     * @param nonce 32 random bytes, drawn for this record alone
     */
    public static Salts of(byte[] exchangeKey, byte[] nonce) {
        if (exchangeKey.length < SHORTEST_KEY || nonce.length != NONCE_LENGTH) {
            throw new IllegalArgumentException("key of at least 16 bytes, nonce of 32");
        }
        HKDFBytesGenerator derive = new HKDFBytesGenerator(new SM3Digest());
        derive.init(new HKDFParameters(exchangeKey, null, INFO));
        byte[] key = new byte[SALT_LENGTH];
        derive.generateBytes(key, 0, key.length);
        return new Salts(key, nonce.clone());
    }

    /** HMAC-SM3(HKDF-SM3(exchange key, no salt, "salt", 32 bytes), nonce ‖ pointer as UTF-8). */
    public synchronized byte[] salt(String pointer) {
        byte[] text = pointer.getBytes(StandardCharsets.UTF_8);
        mac.update(nonce, 0, nonce.length);
        mac.update(text, 0, text.length);
        byte[] salt = new byte[SALT_LENGTH];
        mac.doFinal(salt, 0);
        return salt;
    }
}
