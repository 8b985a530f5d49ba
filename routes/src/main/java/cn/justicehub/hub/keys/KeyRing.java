package cn.justicehub.hub.keys;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Symmetric keys of one purpose, as a text file holds them: a line {@code <name> <base64>} for each, the first in use,
 * the others kept to read what is older.
 */
public final class KeyRing {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,31}");

    private final List<NamedKey> keys;

    private KeyRing(List<NamedKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Reads a file's text.
     *
     * @param length of each key in bytes
     * @throws IllegalArgumentException saying what is wrong, without any key
     */
    static KeyRing parse(String text, int length) {
        List<NamedKey> keys = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
            NamedKey key = key(line.strip(), length);
            if (!names.add(key.name())) {
                throw new IllegalArgumentException("has two keys named " + key.name());
            }
            keys.add(key);
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("has no key");
        }
        return new KeyRing(keys);
    }

    private static NamedKey key(String line, int length) {
        String[] parts = line.split("\\s+", -1);
        if (parts.length != 2 || !NAME.matcher(parts[0]).matches()) {
            throw new IllegalArgumentException("has a line that is not '<name> <base64>'");
        }
        byte[] bytes = decode(parts[1]);
        if (bytes.length != length) {
            throw new IllegalArgumentException("has a key that is not " + length + " bytes in base64");
        }
        return new NamedKey(parts[0], bytes);
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** The text of a new file with one fresh key. */
    static String generate(String name, int length, SecureRandom random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return name + " " + Base64.getEncoder().encodeToString(bytes) + "\n";
    }

    /** The key in use. */
    public NamedKey current() {
        return keys.get(0);
    }

    /** Every key, the one in use first. */
    public List<NamedKey> all() {
        return keys;
    }

    public Optional<NamedKey> named(String name) {
        return keys.stream().filter(key -> key.name().equals(name)).findFirst();
    }
}
