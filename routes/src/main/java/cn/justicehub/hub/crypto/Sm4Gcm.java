package cn.justicehub.hub.crypto;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * SM4 in Galois/Counter Mode (GB/T 32907, NIST SP 800-38D; RFC 8998 §3.2). Sealed form: 12-byte random nonce, then
 * ciphertext with a 16-byte tag.
 */
public final class Sm4Gcm {

    /** Length of a key in bytes. */
    public static final int KEY_LENGTH = 16;

    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;
    private static final ThreadLocal<SecureRandom> RANDOM = ThreadLocal.withInitial(SecureRandom::new);

    private Sm4Gcm() {}

    /** Fresh random bytes. */
    public static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.get().nextBytes(bytes);
        return bytes;
    }

    /**
     * Seals bytes.
     *
     * @param key 16 bytes
     * @param associated what the bytes belong to; opening under other associated data fails
     */
    public static byte[] seal(byte[] key, byte[] plain, byte[] associated) {
        byte[] nonce = random(NONCE_LENGTH);
        GCMModeCipher cipher = cipher(true, key, nonce, associated);
        byte[] sealed = Arrays.copyOf(nonce, NONCE_LENGTH + cipher.getOutputSize(plain.length));
        try {
            int written = cipher.processBytes(plain, 0, plain.length, sealed, NONCE_LENGTH);
            cipher.doFinal(sealed, NONCE_LENGTH + written);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("sealing cannot fail", e);
        }
        return sealed;
    }

    /**
     * Opens sealed bytes.
     *
     * @throws SealBroken when key, associated data or bytes are not those of the sealing
     */
    public static byte[] open(byte[] key, byte[] sealed, byte[] associated) {
        if (sealed.length < NONCE_LENGTH + TAG_BITS / 8) {
            throw new SealBroken("sealed bytes are too short", null);
        }
        GCMModeCipher cipher = cipher(false, key, Arrays.copyOf(sealed, NONCE_LENGTH), associated);
        byte[] plain = new byte[cipher.getOutputSize(sealed.length - NONCE_LENGTH)];
        try {
            int written = cipher.processBytes(sealed, NONCE_LENGTH, sealed.length - NONCE_LENGTH, plain, 0);
            cipher.doFinal(plain, written);
            return plain;
        } catch (InvalidCipherTextException e) {
            throw new SealBroken("sealed bytes do not open", e);
        }
    }

    private static GCMModeCipher cipher(boolean sealing, byte[] key, byte[] nonce, byte[] associated) {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(sealing, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, associated));
        return cipher;
    }
}
