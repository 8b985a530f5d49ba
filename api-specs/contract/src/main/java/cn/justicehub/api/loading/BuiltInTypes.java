package cn.justicehub.api.loading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** The exchange types that ship with the hub: the folders under {@code /exchanges} of the class path. */
public final class BuiltInTypes {

    private static final String ROOT = "/exchanges";
    private static final String COMMON = "common";

    private BuiltInTypes() {}

    /** Names of all built-in types, sorted. */
    public static List<String> names() {
        return inRoot(BuiltInTypes::typeFolders);
    }

    /**
     * The files of a built-in type.
     *
     * @throws IllegalArgumentException when there is no such type
     */
    public static FolderContent content(String name) {
        if (!names().contains(name)) {
            throw new IllegalArgumentException("no built-in exchange type: " + name);
        }
        return inRoot(root -> FolderContent.ofDirectory(root.resolve(name)));
    }

    /** The common files by name. */
    static Map<String, byte[]> common() {
        return inRoot(root -> FolderContent.readTree(root.resolve(COMMON)));
    }

    private static List<String> typeFolders(Path root) {
        try (Stream<Path> children = Files.list(root)) {
            return children.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString().replace("/", ""))
                    .filter(name -> !name.equals(COMMON))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Lends the root folder, be it in a directory of classes or in a jar. */
    private static <T> T inRoot(Function<Path, T> reader) {
        URL url = Objects.requireNonNull(BuiltInTypes.class.getResource(ROOT), ROOT);
        try {
            if (!url.getProtocol().equals("jar")) {
                return reader.apply(Path.of(url.toURI()));
            }
            URI jar = ((JarURLConnection) url.openConnection()).getJarFileURL().toURI();
            try (FileSystem files = FileSystems.newFileSystem(Path.of(jar))) {
                return reader.apply(files.getPath(ROOT));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
