package cn.justicehub.hub.testing;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Binds a properties record as the hub does. */
public final class Defaults {

    private Defaults() {}

    /** The record with nothing configured. */
    public static <T> T of(String prefix, Class<T> type) {
        return bound(prefix, type, Map.of());
    }

    /** The record with these properties, named in full. */
    public static <T> T bound(String prefix, Class<T> type, Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(prefix, type);
    }
}
