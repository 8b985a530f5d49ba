package cn.justicehub.hub.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class SecretCheckTest {

    private static final String HASH = "{bcrypt}" + new BCryptPasswordEncoder(12).encode("secret");

    private final SecretCheck check = new SecretCheck(Duration.ofMinutes(1));

    @Test
    void a_secret_goes_through_bcrypt_once() {
        long first = nanos(() -> assertThat(check.matches("secret", HASH)).isTrue());
        long second = nanos(() -> assertThat(check.matches("secret", HASH)).isTrue());

        assertThat(second).isLessThan(first / 5);
    }

    @Test
    void what_was_remembered_belongs_to_one_hash() {
        check.matches("secret", HASH);

        assertThat(check.matches("secret", "{bcrypt}" + new BCryptPasswordEncoder(4).encode("other")))
                .isFalse();
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

    private static long nanos(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }
}
