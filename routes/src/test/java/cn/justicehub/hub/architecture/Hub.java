package cn.justicehub.hub.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The classes and the sources of all modules, without their tests. */
final class Hub {

    /** Classes of the modules as routes sees them; those of the generated interfaces included. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("cn.justicehub");

    private static final Path ROUTES = Path.of("src/main/java").toAbsolutePath();

    private Hub() {}

    /** One source file of routes. */
    record Source(Path path, String text) {

        boolean in(String name) {
            return path.startsWith(ROUTES.resolve("cn/justicehub/hub").resolve(name));
        }

        @Override
        public String toString() {
            return ROUTES.relativize(path).toString();
        }
    }

    /** The hand-written sources of routes. */
    static List<Source> sources() {
        try (Stream<Path> files = Files.walk(ROUTES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> new Source(file, read(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
