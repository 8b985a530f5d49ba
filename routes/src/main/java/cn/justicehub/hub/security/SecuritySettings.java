package cn.justicehub.hub.security;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tokens are issued and checked.
 *
 * @param tokenLifetime of an access token
 * @param clockSkew between replicas, tolerated when a token's times are checked
 * @param cachedTokens most verified tokens kept, each until it expires, so that its signature is checked once
 * @param secretMemory how long a checked client secret need not go through bcrypt again after it was last used
 * @param issuer who issues tokens in place of the hub, or null when the hub does
 */
@ConfigurationProperties("hub.security")
public record SecuritySettings(
        @DefaultValue("5m") Duration tokenLifetime,
        @DefaultValue("5s") Duration clockSkew,
        @DefaultValue("4096") int cachedTokens,
        @DefaultValue("10m") Duration secretMemory,
        @Nullable ExternalIssuer issuer) {}
