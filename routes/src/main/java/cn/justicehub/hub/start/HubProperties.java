package cn.justicehub.hub.start;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the hub as a whole is told.
 *
 * @param mode whether it may make what is missing (sandbox) or must be given it (production)
 * @param data its data directory: embedded database and broker, state of this replica, caches; never shared by replicas
 * @param origin name of the hub in its log, such as {@code hub.example.invalid}; never a host or a port; fixed at first
 *     start. Null in the sandbox: {@value #SANDBOX_ORIGIN}
 * @param agencies folder of the operator's agency folders; null in the sandbox
 */
@ConfigurationProperties("hub")
public record HubProperties(
        @DefaultValue("production") Mode mode,
        @Nullable Path data,
        @Nullable String origin,
        @Nullable Path agencies) {

    public static final String SANDBOX_ORIGIN = "hub.sandbox.invalid";

    /** How much the hub does for itself. */
    public enum Mode {
        /** Keys, origin, agencies and data directory are the operator's, or the hub does not start. */
        PRODUCTION,
        /** What is missing is made at first start. */
        SANDBOX
    }

    /** The hub's name in its log. */
    public String name() {
        return origin == null && sandbox() ? SANDBOX_ORIGIN : Objects.requireNonNull(origin, "hub.origin");
    }

    public boolean sandbox() {
        return mode == Mode.SANDBOX;
    }
}
