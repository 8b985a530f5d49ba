package cn.justicehub.hub.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/**
 * Checks client secrets against {@code {bcrypt}} hashes. bcrypt is slow by intent, so one check runs at a time and its
 * result is remembered for a while, under a digest that only this process can compute: asking for tokens cannot starve
 * the hub, guessing secrets even less.
 */
final class SecretCheck implements PasswordEncoder {

    private static final int BCRYPT_LIMIT = 72; // bytes; bcrypt ignores the rest
    private static final int MOST = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final PasswordEncoder bcrypt =
            new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder()));
    private final Semaphore slow = new Semaphore(1, true);
    private final SecretKeySpec processKey = new SecretKeySpec(randomBytes(), "HmacSHA256");
    private final Cache<ByteBuffer, Boolean> results;

    SecretCheck(Duration memory) {
        this.results =
                Caffeine.newBuilder().expireAfterWrite(memory).maximumSize(MOST).build();
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence rawPassword) {
        return bcrypt.encode(rawPassword);
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
        if (secret == null || hash == null || isTooLong(secret)) {
            return false;
        }
        ByteBuffer key = digest(secret, hash);
        Boolean known = results.getIfPresent(key);
        if (known != null) {
            return known;
        }
        boolean matches = matchesSlowly(secret, hash);
        results.put(key, matches);
        return matches;
    }

    private static boolean isTooLong(CharSequence secret) {
        return secret.length() > BCRYPT_LIMIT
                || secret.toString().getBytes(StandardCharsets.UTF_8).length > BCRYPT_LIMIT;
    }

    private boolean matchesSlowly(CharSequence secret, String hash) {
        try {
            if (!slow.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return bcrypt.matches(secret, hash);
        } catch (IllegalArgumentException notOneOfOurHashes) {
            return false;
        } finally {
            slow.release();
        }
    }

    private static OAuth2AuthenticationException busy() {
        return new OAuth2AuthenticationException(OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE);
    }

    private ByteBuffer digest(CharSequence secret, String hash) {
        try {
            Mac mac = Mac.getInstance(processKey.getAlgorithm());
            mac.init(processKey);
            mac.update((hash + "\n").getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(mac.doFinal(secret.toString().getBytes(StandardCharsets.UTF_8)));
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
