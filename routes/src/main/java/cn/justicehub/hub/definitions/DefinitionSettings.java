package cn.justicehub.hub.definitions;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where an operator's definitions are.
 *
 * @param exchanges folder of exchange-type folders that add to or override the built-in ones, or null
 * @param calendar folder of calendar years that add to or override the built-in ones, or null
 * @param replace revision of the active set that the folders may replace whatever they take away or bring back, or null
 */
@ConfigurationProperties("hub.definitions")
public record DefinitionSettings(
        @Nullable Path exchanges,
        @Nullable Path calendar,
        @Nullable Integer replace) {}
