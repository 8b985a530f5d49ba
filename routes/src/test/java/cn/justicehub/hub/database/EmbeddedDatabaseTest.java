package cn.justicehub.hub.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.hub.start.CannotStartException;
import cn.justicehub.hub.start.DataDirectory;
import cn.justicehub.hub.start.OwnerOnly;
import cn.justicehub.hub.testing.Defaults;
import cn.justicehub.hub.testing.HubUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the real server, with its data directory in a temporary folder. */
class EmbeddedDatabaseTest {

    private static final DatabaseProperties PROPERTIES = Defaults.of("hub.database", DatabaseProperties.class);

    @TempDir
    Path folder;

    @Test
    void keeps_rows_port_and_password_over_a_restart_and_asks_for_the_password() throws Exception {
        String url;
        try (DataDirectory data = DataDirectory.take(folder);
                EmbeddedDatabase database = start(data)) {
            url = database.url();
            execute(database, "CREATE TABLE kept (n int)", "INSERT INTO kept VALUES (7)");
            DatabaseSafety.check(connections(database).unpooled(PROPERTIES));
            assertThat(OwnerOnly.isOwnerOnly(data.resolve("postgres.access"))).isTrue();
            assertThat(data.resolve("postgres.password")).doesNotExist();
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), database.user(), "guess"))
                    .isInstanceOf(SQLException.class);
        }
        try (DataDirectory data = DataDirectory.take(folder);
                EmbeddedDatabase database = start(data)) {
            assertThat(database.url()).isEqualTo(url);
            assertThat(query(database, "SELECT n FROM kept")).isEqualTo("7");
        }
    }

    @Test
    void stops_the_server_that_a_killed_hub_left_behind() throws Exception {
        runKilledHub(folder);
        try (DataDirectory data = DataDirectory.take(folder)) {
            ProcessHandle postmaster = postmaster(data);
            assertThat(postmaster.isAlive()).isTrue();

            try (EmbeddedDatabase database = start(data)) {
                assertThat(postmaster.isAlive()).isFalse();
                assertThat(query(database, "SELECT n FROM kept")).isEqualTo("8");
            }
        }
    }

    @Test
    void a_pid_file_that_names_a_stranger_does_not_stop_the_start_nor_the_stranger() throws Exception {
        try (DataDirectory data = DataDirectory.take(folder)) {
            start(data).close();
            long stranger = ProcessHandle.current().pid();
            Files.writeString(data.resolve("postgres/postmaster.pid"), stranger + "\n" + data.resolve("postgres"));

            start(data).close();

            assertThat(ProcessHandle.current().isAlive()).isTrue();
        }
    }

    @Test
    void a_first_start_that_was_killed_half_way_begins_again() throws Exception {
        try (DataDirectory data = DataDirectory.take(folder)) {
            Files.createDirectories(data.resolve("postgres"));
            Files.writeString(data.resolve("postgres/postgresql.conf"), "");
            Files.createFile(data.resolve("postgres.unfinished"));

            try (EmbeddedDatabase database = start(data)) {
                assertThat(query(database, "SELECT 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void a_cluster_without_its_access_file_is_never_wiped() throws Exception {
        try (DataDirectory data = DataDirectory.take(folder)) {
            start(data).close();
            Files.delete(data.resolve("postgres.access"));

            assertThatThrownBy(() -> start(data))
                    .isInstanceOf(CannotStartException.class)
                    .hasMessageContaining("postgres.access");
            assertThat(data.resolve("postgres/PG_VERSION")).exists();
        }
    }

    @Test
    void a_replica_with_its_own_broker_is_alone_on_a_database() throws Exception {
        try (DataDirectory data = DataDirectory.take(folder);
                EmbeddedDatabase database = start(data)) {
            var source = connections(database).unpooled(PROPERTIES);
            Duration short_ = Duration.ofMillis(50);
            try (ReplicaGuard first = ReplicaGuard.take(source, false, short_);
                    ReplicaGuard second = ReplicaGuard.take(source, false, short_)) {
                assertThat(first).isNotSameAs(second);
                assertThatThrownBy(() -> ReplicaGuard.take(source, true, short_))
                        .isInstanceOf(CannotStartException.class)
                        .hasMessageContaining("hub.broker.url");
            }
            ReplicaGuard.take(source, true, short_).close();
        }
    }

    private static void runKilledHub(Path folder) throws Exception {
        Process hub = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledHub.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(hub.waitFor()).isEqualTo(KilledHub.STATUS);
    }

    /** Another process that starts the database, writes, and ends without stopping it, as if by SIGKILL. */
    static final class KilledHub {

        static final int STATUS = 137;

        public static void main(String... args) throws SQLException {
            EmbeddedDatabase database = start(DataDirectory.take(Path.of(args[0])));
            execute(database, "CREATE TABLE kept (n int)", "INSERT INTO kept VALUES (8)");
            Runtime.getRuntime().halt(STATUS);
        }
    }

    private static EmbeddedDatabase start(DataDirectory data) {
        return EmbeddedDatabase.start(data, HubUnderTest.BINARIES, PROPERTIES.startTimeout());
    }

    private static Connections connections(EmbeddedDatabase database) {
        return new Connections(database.url(), database.user(), database.password());
    }

    private static ProcessHandle postmaster(DataDirectory data) throws IOException {
        String pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static void execute(EmbeddedDatabase database, String... statements) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String query(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
