package cn.justicehub.hub.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class SecretCheckTest {

    /** The common pool has a single thread on two processors. */
    private static final Executor OWN_THREAD = task -> new Thread(task).start();

    private static final String HASH = "{bcrypt}" + new BCryptPasswordEncoder(4).encode("secret");
    private static final String OTHER = "{bcrypt}" + new BCryptPasswordEncoder(4).encode("other");

    private final CountingBcrypt bcrypt = new CountingBcrypt();
    private final ThreadLocal<String> addressOfThread = new ThreadLocal<>();
    private String address = "192.0.2.1";
    private final SecretCheck check =
            new SecretCheck(Duration.ofMinutes(1), this::address, Duration.ofSeconds(30), bcrypt);

    private String address() {
        String own = addressOfThread.get();
        return own == null ? address : own;
    }

    /** Counts its checks; while it is shut, they take as long as it is. */
    private static final class CountingBcrypt implements PasswordEncoder {

        private final PasswordEncoder real = new BCryptPasswordEncoder(4);
        private final AtomicInteger checks = new AtomicInteger();
        private volatile CountDownLatch open = new CountDownLatch(0);

        @Override
        public @Nullable String encode(@Nullable CharSequence secret) {
            return real.encode(secret);
        }

        @Override
        public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
            checks.incrementAndGet();
            try {
                assertThat(open.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return real.matches(secret, hash);
        }
    }

    @Test
    void a_secret_goes_through_bcrypt_once() {
        for (int i = 0; i < 3; i++) {
            assertThat(check.matches("secret", HASH)).isTrue();
            assertThat(check.matches("wrong", HASH)).isFalse();
        }

        assertThat(bcrypt.checks).hasValue(2);
    }

    @Test
    void what_was_remembered_belongs_to_one_hash() {
        check.matches("secret", HASH);

        assertThat(check.matches("secret", OTHER)).isFalse();
    }

    @Test
    void who_guesses_is_counted_out_and_the_agency_is_not() {
        assertThat(check.matches("secret", HASH)).isTrue();
        for (int i = 0; i < Guesses.WRONG; i++) {
            assertThat(check.matches("guess " + i, HASH)).isFalse();
        }
        int checks = bcrypt.checks.get();

        assertThatThrownBy(() -> check.matches("one more", HASH))
                .isInstanceOfSatisfying(TooManyChecks.class, tooMany -> {
                    assertThat(tooMany.problem().status()).isEqualTo(429);
                    assertThat(tooMany.problem().retryAfter()).isEqualTo(Duration.ofMinutes(1));
                });
        assertThat(check.matches("secret", HASH)).isTrue();
        assertThat(bcrypt.checks).hasValue(checks);
    }

    @Test
    void guesses_count_for_one_client_and_one_address() {
        for (int i = 0; i < Guesses.WRONG; i++) {
            check.matches("guess " + i, HASH);
        }

        assertThat(check.matches("other", OTHER)).isTrue();
        address = "192.0.2.2";
        assertThat(check.matches("secret", HASH)).isTrue();
    }

    @Test
    void guesses_from_one_ipv6_network_count_together() {
        for (int i = 0; i < Guesses.WRONG; i++) {
            address = "2001:db8:0:1::" + Integer.toHexString(i + 1);
            assertThat(check.matches("guess " + i, HASH)).isFalse();
        }

        address = "2001:db8:0:1:ffff::1";
        assertThatThrownBy(() -> check.matches("one more", HASH)).isInstanceOf(TooManyChecks.class);
        address = "2001:db8:0:2::1";
        assertThat(check.matches("secret", HASH)).isTrue();
    }

    @Test
    void guesses_at_one_client_take_one_of_the_checks_and_leave_the_other() throws Exception {
        check.matches("secret", HASH);
        bcrypt.checks.set(0);
        bcrypt.open = new CountDownLatch(1);
        List<CompletableFuture<Boolean>> guesses = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String guess = "guess " + i;
            String from = "192.0.2." + i;
            guesses.add(CompletableFuture.supplyAsync(() -> matchesFrom(from, guess), OWN_THREAD));
        }
        await().until(() -> bcrypt.checks.get() == 1);

        assertThat(check.matches("secret", HASH)).as("known").isTrue();
        CompletableFuture<Boolean> other =
                CompletableFuture.supplyAsync(() -> check.matches("other", OTHER), OWN_THREAD);
        await().until(() -> bcrypt.checks.get() == 2);

        bcrypt.open.countDown();
        assertThat(other.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(guesses)
                .allSatisfy(guess -> assertThat(guess.get(30, TimeUnit.SECONDS)).isFalse());
    }

    private boolean matchesFrom(String network, String guess) {
        addressOfThread.set(network);
        return check.matches(guess, HASH);
    }

    @Test
    void only_bcrypt_hashes_are_believed() {
        assertThat(check.matches("secret", "{noop}secret")).isFalse();
        assertThat(check.matches("secret", "secret")).isFalse();
        assertThat(check.matches("secret", "{bcrypt}secret")).isFalse();
    }

    @Test
    void what_bcrypt_would_cut_off_is_refused() {
        String longest = "x".repeat(72);
        String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(longest);

        assertThat(check.matches(longest, hash)).isTrue();
        assertThat(check.matches(longest + "y", hash)).isFalse();
    }
}
