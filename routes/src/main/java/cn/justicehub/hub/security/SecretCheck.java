package cn.justicehub.hub.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Checks client secrets against {@code {bcrypt}} hashes. bcrypt is slow by intent, so few checks run at a time, and a
 * client's secret that passed is remembered as long as it is used, under a digest that only this process can compute: an
 * agency at work is answered without bcrypt, whoever guesses at its secret. A guesser waits for himself: his guesses at
 * one client go one by one ({@link Guesses}) and are soon counted out.
 */
final class SecretCheck implements PasswordEncoder {

    private static final int BCRYPT_LIMIT = 72; // bytes; bcrypt ignores the rest
    private static final int MOST = 10_000;
    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final PasswordEncoder bcrypt;
    private final Supplier<String> address;
    private final Duration patience;
    private final Semaphore slow = new Semaphore(AT_ONCE, true);
    private final Guesses guesses;
    private final SecretKeySpec processKey = new SecretKeySpec(randomBytes(), "HmacSHA256");
    private final Cache<String, byte[]> right;
    private final Cache<ByteBuffer, Boolean> wrong;

    /**
     * A check that remembers nothing yet.
     *
     * @param memory how long a result is remembered: a right secret since it was last used, a wrong one since it was tried
     * @param address network address of the request that is being answered
     */
    SecretCheck(Duration memory, Supplier<String> address) {
        this(memory, address, PATIENCE, new BCryptPasswordEncoder());
    }

    SecretCheck(Duration memory, Supplier<String> address, Duration patience, PasswordEncoder bcrypt) {
        this.bcrypt = new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", bcrypt));
        this.address = address;
        this.patience = patience;
        this.guesses = new Guesses(patience);
        this.right = Caffeine.newBuilder()
                .expireAfterAccess(memory)
                .maximumSize(MOST)
                .build();
        this.wrong =
                Caffeine.newBuilder().expireAfterWrite(memory).maximumSize(MOST).build();
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence rawPassword) {
        return bcrypt.encode(rawPassword);
    }

    /**
     * Whether the secret is the one of this hash. What is remembered belongs to the hash, so a changed one is checked anew.
     *
     * @throws TooManyChecks when it cannot be told now
     */
    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
        if (secret == null || hash == null || isTooLong(secret)) {
            return false;
        }
        byte[] digest = digest(secret, hash);
        Boolean known = known(hash, digest);
        if (known != null) {
            return known;
        }
        return guesses.oneByOne(hash, Networks.of(address.get()), () -> {
            Boolean knownByNow = known(hash, digest);
            return knownByNow != null ? knownByNow : check(secret, hash, digest);
        });
    }

    private static boolean isTooLong(CharSequence secret) {
        return secret.length() > BCRYPT_LIMIT
                || secret.toString().getBytes(StandardCharsets.UTF_8).length > BCRYPT_LIMIT;
    }

    private @Nullable Boolean known(String hash, byte[] digest) {
        byte[] passed = right.getIfPresent(hash);
        return passed != null && MessageDigest.isEqual(passed, digest)
                ? Boolean.TRUE
                : wrong.getIfPresent(ByteBuffer.wrap(digest));
    }

    private boolean check(CharSequence secret, String hash, byte[] digest) {
        boolean matches = matchesSlowly(secret, hash);
        if (matches) {
            right.put(hash, digest);
        } else {
            wrong.put(ByteBuffer.wrap(digest), false);
        }
        return matches;
    }

    private boolean matchesSlowly(CharSequence secret, String hash) {
        try {
            if (!slow.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw TooManyChecks.ofAll(patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TooManyChecks.ofAll(patience);
        }
        try {
            return bcrypt.matches(secret, hash);
        } catch (IllegalArgumentException notOneOfOurHashes) {
            return false;
        } finally {
            slow.release();
        }
    }

    private byte[] digest(CharSequence secret, String hash) {
        try {
            Mac mac = Mac.getInstance(processKey.getAlgorithm());
            mac.init(processKey);
            mac.update((hash + "\n").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(secret.toString().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] randomBytes() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
