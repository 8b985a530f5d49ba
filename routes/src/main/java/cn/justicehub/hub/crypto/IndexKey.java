package cn.justicehub.hub.crypto;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;

/**
 * Digests of values that must be found again without being kept: HMAC-SM3, so that an identity number cannot be
 * guessed from its digest.
 *
 * @param version name of the key, stored beside each digest
 * @param bytes the key
 * @param older keys with which older digests were made
 */
public record IndexKey(String version, byte[] bytes, List<IndexKey> older) {

    public IndexKey {
        older = List.copyOf(older);
    }

    /** A key without older ones. */
    public IndexKey(String version, byte[] bytes) {
        this(version, bytes, List.of());
    }

    /** This key or an older one, by version; null when there is none. */
    public @Nullable IndexKey named(String wanted) {
        if (version.equals(wanted)) {
            return this;
        }
        return older.stream()
                .filter(key -> key.version().equals(wanted))
                .findFirst()
                .orElse(null);
    }

    /** 32-byte digest of a value within a context such as {@code business/defence-notice}. */
    public byte[] digest(String context, byte[] value) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(bytes));
        byte[] prefix = context.getBytes(StandardCharsets.UTF_8);
        mac.update(prefix, 0, prefix.length);
        mac.update((byte) 0);
        mac.update(value, 0, value.length);
        byte[] out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }

    public byte[] digest(String context, String value) {
        return digest(context, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "IndexKey[" + version + "]";
    }
}
