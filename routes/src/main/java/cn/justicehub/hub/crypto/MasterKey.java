package cn.justicehub.hub.crypto;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The key that wraps data keys; configured, never stored in the database.
 *
 * @param name name stored beside each wrapped key
 * @param bytes 16 bytes
 * @param older keys that are kept to read what was wrapped before
 */
public record MasterKey(String name, byte[] bytes, List<MasterKey> older) {

    public MasterKey {
        older = List.copyOf(older);
    }

    /** A key without older ones. */
    public MasterKey(String name, byte[] bytes) {
        this(name, bytes, List.of());
    }

    /** This key or an older one, by name; null when there is none. */
    @Nullable
    MasterKey named(String wanted) {
        if (name.equals(wanted)) {
            return this;
        }
        return older.stream()
                .filter(key -> key.name().equals(wanted))
                .findFirst()
                .orElse(null);
    }

    @Override
    public String toString() {
        return "MasterKey[" + name + "]";
    }
}
