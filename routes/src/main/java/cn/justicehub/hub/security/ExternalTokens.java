package cn.justicehub.hub.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Checks the tokens of an external issuer. Its keys are fetched when a token asks for one that is not known, not more
 * often than every few seconds, and kept for hours when it cannot be reached: a new key is followed, an outage is not felt.
 */
final class ExternalTokens {

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
    private static final Duration TIME_OUT = Duration.ofSeconds(3);
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(5);
    private static final Duration OUTAGE = Duration.ofHours(4);
    private static final int LARGEST_KEY_SET = 256 * 1024;

    private ExternalTokens() {}

    /** @param clockSkew tolerated when a token's times are checked */
    static JwtDecoder decoder(ExternalIssuer issuer, Duration clockSkew) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys(issuer)));
        processor.setJWTClaimsSetVerifier((claims, context) -> {}); // the validators below do
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(validator(issuer, clockSkew));
        return decoder;
    }

    private static JWKSource<SecurityContext> keys(ExternalIssuer issuer) {
        try {
            int timeOut = Math.toIntExact(TIME_OUT.toMillis());
            return JWKSourceBuilder.<SecurityContext>create(
                            URI.create(issuer.keys()).toURL(),
                            new DefaultResourceRetriever(timeOut, timeOut, LARGEST_KEY_SET))
                    .cache(FRESH.toMillis(), 2 * TIME_OUT.toMillis())
                    .rateLimited(BETWEEN_FETCHES.toMillis())
                    .outageTolerant(OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("checked before", e);
        }
    }

    private static OAuth2TokenValidator<Jwt> validator(ExternalIssuer issuer, Duration clockSkew) {
        return new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(clockSkew),
                new JwtIssuerValidator(issuer.uri()),
                new JwtAudienceValidator(issuer.audience()),
                new JwtClaimValidator<>("exp", Objects::nonNull), // else a token would be good for ever
                new JwtClaimValidator<>(
                        issuer.agencyClaim(), agency -> agency instanceof String text && !text.isBlank()));
    }
}
