package cn.justicehub.api.loading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of one exchange type, with the common definitions it uses under {@code common/}: all that is needed to load it
 * again, unchanged, from wherever it was stored.
 */
public final class FolderContent {

    private static final String COMMON = "common/";

    private final Map<String, byte[]> files;

    private FolderContent(Map<String, byte[]> files) {
        this.files = files;
    }

    /**
     * A folder of these files.
     *
     * @param files bytes by path relative to the folder, with {@code /} between names
     */
    public static FolderContent of(Map<String, byte[]> files) {
        Map<String, byte[]> copy = new TreeMap<>();
        files.forEach((path, bytes) -> copy.put(path, bytes.clone()));
        return new FolderContent(Collections.unmodifiableMap(copy));
    }

    /**
     * Reads a type's directory. Common files that it does not bring itself are the built-in ones.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    public static FolderContent ofDirectory(Path directory) {
        Map<String, byte[]> files = new TreeMap<>();
        BuiltInTypes.common().forEach((path, bytes) -> files.put(COMMON + path, bytes));
        files.putAll(readTree(directory));
        return new FolderContent(Collections.unmodifiableMap(files));
    }

    public Set<String> paths() {
        return files.keySet();
    }

    /** Bytes of the file, or null when the folder has none of this path. */
    public byte @Nullable [] bytes(String path) {
        byte[] bytes = files.get(path);
        return bytes == null ? null : bytes.clone();
    }

    /** All files by path, as {@link #of} takes them. */
    public Map<String, byte[]> toMap() {
        Map<String, byte[]> copy = new TreeMap<>();
        files.forEach((path, bytes) -> copy.put(path, bytes.clone()));
        return copy;
    }

    /**
     * Content address: lower-case hex SHA-256 over one line {@code <hex SHA-256 of the bytes> <path>\n} per file, in the
     * order of the paths, in UTF-8.
     */
    public String digest() {
        StringBuilder listing = new StringBuilder();
        files.forEach((path, bytes) ->
                listing.append(sha256(bytes)).append(' ').append(path).append('\n'));
        return sha256(listing.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Map<String, byte[]> readTree(Path directory) {
        try (Stream<Path> paths = Files.walk(directory)) {
            Map<String, byte[]> files = new TreeMap<>();
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                String name = directory.relativize(path).toString().replace('\\', '/');
                files.put(name, Files.readAllBytes(path));
            }
            return files;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
