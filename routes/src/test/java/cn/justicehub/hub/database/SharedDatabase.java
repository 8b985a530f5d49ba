package cn.justicehub.hub.database;

import cn.justicehub.hub.start.DataDirectory;
import cn.justicehub.hub.testing.Defaults;
import cn.justicehub.hub.testing.HubUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.util.FileSystemUtils;

/** One real server for all tests that need tables and no hub; each test has a schema of its own. */
public final class SharedDatabase {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private SharedDatabase() {}

    /** A new schema with the hub's tables. */
    public static DataSource fresh() {
        return freshAt("latest").source();
    }

    /** A schema of some release. */
    public record Release(DataSource source, String schema) {

        /** Brings it to the newest release. */
        public void migrate() {
            migrate("latest");
        }

        private void migrate(String version) {
            Flyway.configure()
                    .dataSource(source)
                    .schemas(schema)
                    .target(version)
                    .load()
                    .migrate();
        }
    }

    /** A new schema with the tables as they were at a version. */
    public static Release freshAt(String version) {
        String schema = "test_" + SCHEMAS.incrementAndGet();
        PGSimpleDataSource source = connections();
        execute(source, "create schema " + schema);
        source.setCurrentSchema(schema);
        Release release = new Release(source, schema);
        release.migrate(version);
        return release;
    }

    private static PGSimpleDataSource connections() {
        EmbeddedDatabase database = Server.DATABASE;
        return (PGSimpleDataSource)
                new Connections(database.url(), database.user(), database.password()).unpooled(Server.PROPERTIES);
    }

    /** The server as its superuser sees it. */
    public static DataSource superuser() {
        EmbeddedDatabase database = Server.DATABASE;
        ClusterAccess access = ClusterAccess.read(Server.FOLDER.resolve("postgres.access"));
        return new Connections(database.url(), "postgres", access.superuserPassword()).unpooled(Server.PROPERTIES);
    }

    /** Runs one statement. */
    public static void execute(DataSource source, String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Server {

        static final DatabaseProperties PROPERTIES = Defaults.of("hub.database", DatabaseProperties.class);
        static final Path FOLDER = folder();
        static final EmbeddedDatabase DATABASE = start(FOLDER);

        private Server() {}

        private static EmbeddedDatabase start(Path folder) {
            EmbeddedDatabase database = EmbeddedDatabase.start(
                    DataDirectory.take(folder), HubUnderTest.BINARIES, PROPERTIES.startTimeout());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database, folder)));
            return database;
        }

        private static void stop(EmbeddedDatabase database, Path folder) {
            try (database) {
                // closed by leaving
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                delete(folder);
            }
        }

        private static Path folder() {
            try {
                return Files.createTempDirectory(
                        Files.createDirectories(Path.of("target/databases").toAbsolutePath()), "shared");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void delete(Path folder) {
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
