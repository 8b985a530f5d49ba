package cn.justicehub.hub.keys;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the keys are.
 *
 * @param directory made by {@code hub keys init}; null in the sandbox for {@code keys} in the data directory
 */
@ConfigurationProperties("hub.keys")
public record KeySettings(@Nullable Path directory) {}
