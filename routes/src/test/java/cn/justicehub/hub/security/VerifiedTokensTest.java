package cn.justicehub.hub.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

class VerifiedTokensTest {

    private static final Instant START = Instant.parse("2026-11-25T01:00:00Z");
    private static final Instant EXPIRY = START.plusSeconds(300);

    private final TestClock clock = new TestClock();
    private final CountingDecoder decoder = new CountingDecoder();
    private final VerifiedTokens tokens = new VerifiedTokens(decoder, CallerAuthentication.AGENCY_CLAIM, 10, clock);

    @Test
    void a_good_token_is_verified_once() {
        assertThat(authenticate("good")).isEqualTo(new Caller("court-x", Set.of(Caller.READ)));
        assertThat(authenticate("good").agency()).isEqualTo("court-x");

        assertThat(decoder.calls).isEqualTo(1);
    }

    @Test
    void the_memory_of_a_token_does_not_outlive_it() {
        authenticate("good");
        clock.now = EXPIRY.minusMillis(1);
        authenticate("good");
        assertThat(decoder.calls).isEqualTo(1);

        clock.now = EXPIRY;
        assertThatThrownBy(() -> authenticate("good")).isInstanceOf(InvalidBearerTokenException.class);
    }

    @Test
    void a_bad_token_is_never_remembered() {
        assertThatThrownBy(() -> authenticate("bad")).isInstanceOf(InvalidBearerTokenException.class);
        assertThatThrownBy(() -> authenticate("bad")).isInstanceOf(InvalidBearerTokenException.class);

        assertThat(decoder.calls).isEqualTo(2);
    }

    private Caller authenticate(String token) {
        return tokens.authenticate(token).getPrincipal();
    }

    private final class CountingDecoder implements JwtDecoder {

        private int calls;

        @Override
        public Jwt decode(String token) {
            calls++;
            if (!token.equals("good") || !clock.now.isBefore(EXPIRY)) {
                throw new BadJwtException("no");
            }
            return Jwt.withTokenValue(token)
                    .header("alg", "RS256")
                    .claim("agency", "court-x")
                    .claim("scope", List.of(Caller.READ))
                    .issuedAt(START)
                    .expiresAt(EXPIRY)
                    .build();
        }
    }

    private static final class TestClock extends Clock {

        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
