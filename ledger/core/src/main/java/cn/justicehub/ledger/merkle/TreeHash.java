package cn.justicehub.ledger.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Supplier;
import org.bouncycastle.crypto.digests.SM3Digest;

/** The two hashes of the ledger, each with the leaf and node forms of RFC 6962 §2.1. Safe for use by many threads. */
@SuppressWarnings("ImmutableEnumChecker") // each thread has a digest of its own
public enum TreeHash {
    /** SHA-256 (FIPS 180-4). */
    SHA256("sha256", JdkSha256::new),
    /** SM3 (GB/T 32905). */
    SM3("sm3", BcSm3::new);

    /** Length of every hash, in bytes. */
    public static final int LENGTH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final String label;
    private final ThreadLocal<Engine> engine;

    TreeHash(String label, Supplier<Engine> engine) {
        this.label = label;
        this.engine = ThreadLocal.withInitial(engine);
    }

    /** The name used in leaves and receipts: {@code sha256} or {@code sm3}. */
    public String label() {
        return label;
    }

    /** The plain digest of the bytes. */
    public byte[] digest(byte[] bytes) {
        Engine own = engine.get();
        own.update(bytes);
        return own.finish();
    }

    /** The leaf hash: H(0x00 ‖ data). */
    public byte[] leaf(byte[] data) {
        Engine own = engine.get();
        own.update(LEAF);
        own.update(data);
        return own.finish();
    }

    /** The leaf hash of two runs of bytes, one after the other. */
    public byte[] leaf(byte[] head, byte[] rest) {
        Engine own = engine.get();
        own.update(LEAF);
        own.update(head);
        own.update(rest);
        return own.finish();
    }

    /** The inner hash: H(0x01 ‖ left ‖ right). */
    public byte[] node(byte[] left, byte[] right) {
        Engine own = engine.get();
        own.update(NODE);
        own.update(left);
        own.update(right);
        return own.finish();
    }

    /** The root of the tree without leaves: H(). */
    public byte[] emptyRoot() {
        return digest(new byte[0]);
    }

    static byte[] requireHash(byte[] hash) {
        if (hash.length != LENGTH) {
            throw new IllegalArgumentException("a hash has " + LENGTH + " bytes");
        }
        return hash;
    }

    private interface Engine {
        void update(byte one);

        void update(byte[] many);

        /** The digest; the engine is then as new. */
        byte[] finish();
    }

    private static final class JdkSha256 implements Engine {
        private final MessageDigest digest;

        JdkSha256() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every JDK has SHA-256", impossible);
            }
        }

        @Override
        public void update(byte one) {
            digest.update(one);
        }

        @Override
        public void update(byte[] many) {
            digest.update(many);
        }

        @Override
        public byte[] finish() {
            return digest.digest();
        }
    }

    private static final class BcSm3 implements Engine {
        private final SM3Digest digest = new SM3Digest();

        @Override
        public void update(byte one) {
            digest.update(one);
        }

        @Override
        public void update(byte[] many) {
            digest.update(many, 0, many.length);
        }

        @Override
        public byte[] finish() {
            byte[] out = new byte[LENGTH];
            digest.doFinal(out, 0);
            return out;
        }
    }
}
