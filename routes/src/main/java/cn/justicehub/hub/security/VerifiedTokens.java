package cn.justicehub.hub.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Verifies access tokens and remembers those that are good, each until the moment it expires. */
final class VerifiedTokens {

    private final JwtDecoder decoder;
    private final String agencyClaim;
    private final Clock clock;
    private final Cache<String, Verified> verified;

    private record Verified(CallerAuthentication caller, Instant expiresAt) {}

    /**
     * A memory of nothing yet.
     *
     * @param agencyClaim the claim of a token that holds its agency's code
     * @param most tokens that are remembered
     * @param clock real time, by which tokens expire
     */
    VerifiedTokens(JwtDecoder decoder, String agencyClaim, int most, Clock clock) {
        this.decoder = decoder;
        this.agencyClaim = agencyClaim;
        this.clock = clock;
        this.verified = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfter(Expiry.creating(
                        (String token, Verified known) -> Duration.between(clock.instant(), known.expiresAt())))
                .build();
    }

    /**
     * The caller behind a token.
     *
     * @throws InvalidBearerTokenException when the token is not one of ours, or no longer valid
     * @throws KeysUnavailable when that cannot be told now
     */
    CallerAuthentication authenticate(String token) {
        Verified known = verified.getIfPresent(token);
        if (known != null && clock.instant().isBefore(known.expiresAt())) {
            return known.caller();
        }
        return verify(token);
    }

    private CallerAuthentication verify(String token) {
        try {
            Jwt jwt = decoder.decode(token);
            CallerAuthentication caller = CallerAuthentication.of(jwt, agencyClaim);
            Instant expiresAt = jwt.getExpiresAt();
            if (expiresAt != null && clock.instant().isBefore(expiresAt)) {
                verified.put(token, new Verified(caller, expiresAt));
            }
            return caller;
        } catch (BadJwtException e) {
            throw new InvalidBearerTokenException("the access token is not valid");
        } catch (JwtException e) {
            throw new KeysUnavailable();
        }
    }
}
