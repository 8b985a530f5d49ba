package cn.justicehub.hub.keys;

import cn.justicehub.hub.start.CannotStartException;
import cn.justicehub.hub.start.OwnerOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The directory with the hub's keys, one file for each purpose. */
public final class KeyDirectory {

    static final String MASTER = "master.key";
    static final String INDEX = "index.key";

    private static final int MASTER_LENGTH = 16; // SM4
    private static final int INDEX_LENGTH = 32;

    private final Path directory;

    public KeyDirectory(Path directory) {
        this.directory = directory;
    }

    /**
     * Makes a full set of fresh keys for a hub of this name.
     *
     * @throws CannotStartException when one of the files exists already: nothing is changed then
     */
    public void create(String name) {
        Map<String, String> files = fresh(new SecureRandom());
        List<String> existing = files.keySet().stream()
                .filter(file -> Files.exists(directory.resolve(file)))
                .map(file -> directory.resolve(file) + " exists already and is never overwritten")
                .toList();
        if (!existing.isEmpty()) {
            throw new CannotStartException(existing);
        }
        OwnerOnly.directory(directory);
        files.forEach(
                (file, text) -> OwnerOnly.write(directory.resolve(file), text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static Map<String, String> fresh(SecureRandom random) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(INDEX, KeyRing.generate("index-1", INDEX_LENGTH, random));
        files.put(MASTER, KeyRing.generate("master-1", MASTER_LENGTH, random));
        return files;
    }

    /** Whether there is no key at all, as before the first start. */
    boolean isEmpty() {
        return fresh(new SecureRandom()).keySet().stream().noneMatch(file -> Files.exists(directory.resolve(file)));
    }

    /** What is missing or wrong in the directory; nothing when {@link #load} will succeed. */
    List<String> faults(String name) {
        Reading reading = new Reading();
        reading.keys(name);
        return reading.faults;
    }

    /**
     * Reads all keys.
     *
     * @param name of the hub, for which the keys must have been made
     * @throws CannotStartException naming every fault
     */
    HubKeys load(String name) {
        Reading reading = new Reading();
        HubKeys keys = reading.keys(name);
        if (keys == null) {
            throw new CannotStartException(reading.faults);
        }
        return keys;
    }

    /** Reads a key file's text; what is thrown says what is wrong, without any key. */
    @FunctionalInterface
    private interface Parser<T> {
        T parse(String text) throws Exception;
    }

    private final class Reading {

        private final List<String> faults = new ArrayList<>();

        @Nullable
        HubKeys keys(String name) {
            KeyRing master = read(MASTER, text -> KeyRing.parse(text, MASTER_LENGTH));
            KeyRing index = read(INDEX, text -> KeyRing.parse(text, INDEX_LENGTH));
            return master == null || index == null || !faults.isEmpty() ? null : new HubKeys(master, index);
        }

        private <T> @Nullable T read(String fileName, Parser<T> parser) {
            Path file = directory.resolve(fileName);
            try {
                if (!Files.isRegularFile(file)) {
                    faults.add("the key " + file + " is missing: make one with 'hub keys init'");
                } else if (!OwnerOnly.isOwnerOnly(file)) {
                    faults.add("others may read the key " + file + ": set its mode to 0600");
                } else {
                    return parser.parse(Files.readString(file, StandardCharsets.US_ASCII));
                }
            } catch (IOException e) {
                faults.add(
                        "the key " + file + " cannot be read: " + e.getClass().getSimpleName());
            } catch (Exception e) {
                faults.add("the key " + file + " is not usable: it " + e.getMessage());
            }
            return null;
        }
    }
}
