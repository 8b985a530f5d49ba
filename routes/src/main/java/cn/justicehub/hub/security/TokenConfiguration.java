package cn.justicehub.hub.security;

import cn.justicehub.hub.keys.HubKeys;
import cn.justicehub.hub.start.HubProperties;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.JdbcRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Access tokens: who gets one, what it says, and when it is believed. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    @Bean
    RegisteredClientRepository registeredClients(JdbcOperations jdbc) {
        return new JdbcRegisteredClientRepository(jdbc);
    }

    /** The issuer is a name: it is compared, never fetched. */
    @Bean
    AuthorizationServerSettings authorizationServerSettings(HubProperties hub) {
        return AuthorizationServerSettings.builder().issuer(issuer(hub)).build();
    }

    private static String issuer(HubProperties hub) {
        return "https://" + hub.name();
    }

    @Bean
    @DependsOnDatabaseInitialization
    JWKSource<SecurityContext> tokenKeys(JdbcOperations jdbc, PlatformTransactionManager transactions, HubKeys keys) {
        JWKSet all = new TokenKeys(jdbc, new TransactionTemplate(transactions), keys).load();
        return new ImmutableJWKSet<>(all);
    }

    @Bean
    JwtGenerator tokenGenerator(JWKSource<SecurityContext> keys, HubProperties hub) {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(candidates -> candidates.get(0)); // the newest
        JwtGenerator generator = new JwtGenerator(encoder);
        generator.setJwtCustomizer(claims(issuer(hub)));
        return generator;
    }

    private static OAuth2TokenCustomizer<JwtEncodingContext> claims(String audience) {
        return context -> context.getClaims()
                .audience(List.of(audience))
                .claim(
                        CallerAuthentication.AGENCY_CLAIM,
                        context.getRegisteredClient().getClientName());
    }

    @Bean
    VerifiedTokens verifiedTokens(JWKSource<SecurityContext> keys, HubProperties hub, SecuritySettings settings) {
        ExternalIssuer issuer = settings.issuer();
        return issuer == null
                ? new VerifiedTokens(
                        own(keys, issuer(hub), settings.clockSkew()),
                        CallerAuthentication.AGENCY_CLAIM,
                        settings.cachedTokens(),
                        Clock.systemUTC())
                : new VerifiedTokens(
                        ExternalTokens.decoder(issuer, settings.clockSkew()),
                        issuer.agencyClaim(),
                        settings.cachedTokens(),
                        Clock.systemUTC());
    }

    private static JwtDecoder own(JWKSource<SecurityContext> keys, String issuer, Duration clockSkew) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(clockSkew),
                new JwtIssuerValidator(issuer),
                new JwtAudienceValidator(issuer)));
        return decoder;
    }
}
