package cn.justicehub.hub.keys;

import cn.justicehub.hub.start.CannotStartException;
import cn.justicehub.hub.start.OwnerOnly;
import cn.justicehub.ledger.note.Ed25519NoteSigner;
import cn.justicehub.ledger.note.Sm2NoteSigner;
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
    static final String LOG_ED25519 = "log-ed25519.skey";
    static final String LOG_SM2 = "log-sm2.skey";

    private static final List<String> FILES = List.of(MASTER, INDEX, LOG_ED25519, LOG_SM2);
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
        Map<String, String> files = fresh(name, new SecureRandom());
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

    private static Map<String, String> fresh(String name, SecureRandom random) {
        String origin = LogSigners.firstOrigin(name);
        Map<String, String> files = new LinkedHashMap<>();
        files.put(INDEX, KeyRing.generate("index-1", INDEX_LENGTH, random));
        files.put(MASTER, KeyRing.generate("master-1", MASTER_LENGTH, random));
        files.put(LOG_ED25519, Ed25519NoteSigner.generate(origin, random).skey() + "\n");
        files.put(LOG_SM2, Sm2NoteSigner.generate(origin + "/sm3", random).skey() + "\n");
        return files;
    }

    /** Whether there is no key at all, as before the first start. */
    boolean isEmpty() {
        return FILES.stream().noneMatch(file -> Files.exists(directory.resolve(file)));
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

    /**
     * Reads the master keys alone.
     *
     * @throws CannotStartException naming what is wrong
     */
    public KeyRing master() {
        Reading reading = new Reading();
        KeyRing master = reading.read(MASTER, text -> KeyRing.parse(text, MASTER_LENGTH));
        if (master == null) {
            throw new CannotStartException(reading.faults);
        }
        return master;
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
            Ed25519NoteSigner sha256 = read(LOG_ED25519, text -> Ed25519NoteSigner.parse(text.strip()));
            Sm2NoteSigner sm3 = read(LOG_SM2, text -> Sm2NoteSigner.parse(text.strip(), new SecureRandom()));
            if (master == null || index == null || sha256 == null || sm3 == null || !faults.isEmpty()) {
                return null;
            }
            if (!LogSigners.belongTo(name, sha256, sm3)) {
                faults.add("the keys of the log in " + directory + " were made for another hub than " + name);
                return null;
            }
            return new HubKeys(master, index, new LogSigners(name, sha256, sm3));
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
                faults.add("the key " + file + " is not usable: " + e.getMessage());
            }
            return null;
        }
    }
}
