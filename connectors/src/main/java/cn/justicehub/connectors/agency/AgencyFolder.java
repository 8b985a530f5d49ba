package cn.justicehub.connectors.agency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The bytes of an agency's folder, wherever they are kept.
 *
 * @param name the folder's own name
 * @param files relative path, with {@code /}, to content; the arrays are not to be changed
 */
public record AgencyFolder(String name, SortedMap<String, byte[]> files) {

    static final int MAX_FILES = 64;
    static final int MAX_FILE_BYTES = 64 * 1024;

    public AgencyFolder {
        SortedMap<String, byte[]> copy = new TreeMap<>();
        files.forEach((path, bytes) -> copy.put(path, bytes.clone()));
        files = Collections.unmodifiableSortedMap(copy);
    }

    public static AgencyFolder of(String name, Map<String, byte[]> files) {
        return new AgencyFolder(name, new TreeMap<>(files));
    }

    /** Reads one folder; files and folders whose names begin with a dot are left out. */
    public static AgencyFolder read(Path directory) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String relative = directory.relativize(path).toString().replace('\\', '/');
                if (!relative.startsWith(".") && !relative.contains("/.")) {
                    files.put(relative, bounded(path));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Path name = directory.toAbsolutePath().normalize().getFileName();
        return new AgencyFolder(name == null ? "" : name.toString(), files);
    }

    /** Reads every folder of a directory, in the order of their names. */
    public static List<AgencyFolder> readAll(Path agencies) throws IOException {
        try (Stream<Path> entries = Files.list(agencies)) {
            List<Path> directories = entries.filter(Files::isDirectory)
                    .filter(path -> !String.valueOf(path.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
            List<AgencyFolder> folders = new ArrayList<>();
            for (Path directory : directories) {
                folders.add(read(directory));
            }
            return folders;
        }
    }

    /** SHA-256, in hexadecimal, of the lines <code>sha256(content) two spaces path newline</code>, ordered by path. */
    public String digest() {
        StringBuilder listing = new StringBuilder();
        files.forEach((path, bytes) ->
                listing.append(sha256(bytes)).append("  ").append(path).append('\n'));
        return sha256(listing.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** One byte more than is allowed is enough to see that a file is too large. */
    private static byte[] bounded(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            return in.readNBytes(MAX_FILE_BYTES + 1);
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
