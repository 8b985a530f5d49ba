package cn.justicehub.hub.database;

import cn.justicehub.hub.start.CannotStartException;
import cn.justicehub.hub.start.DataDirectory;
import cn.justicehub.hub.start.OwnerOnly;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server of the hub's own, in its data directory: {@code postgres} is the cluster, {@code postgres.access}
 * tells how to reach it, {@code postgres.log} is what the server said since its last start. It is durable, listens on
 * the loopback address only and asks for a password.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final ClusterAccess access;

    private EmbeddedDatabase(EmbeddedPostgres server, ClusterAccess access) {
        this.server = server;
        this.access = access;
    }

    /**
     * Starts the server, for the first time or again; a server that an earlier hub left behind is stopped first.
     *
     * @param binaries where the server's programs are, or get, unpacked
     */
    static EmbeddedDatabase start(DataDirectory data, Path binaries, Duration patience) {
        Path cluster = data.resolve("postgres");
        Path accessFile = data.resolve("postgres.access");
        try {
            Leftovers.stop(cluster);
            return Files.exists(accessFile)
                    ? startAgain(data, binaries, patience, accessFile)
                    : startFirst(data, binaries, patience, accessFile);
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new CannotStartException(
                    "the embedded database does not start (see " + data.resolve("postgres.log") + "): "
                            + e.getMessage(),
                    e);
        }
    }

    private static EmbeddedDatabase startAgain(DataDirectory data, Path binaries, Duration patience, Path accessFile)
            throws IOException {
        if (!Files.exists(data.resolve("postgres/PG_VERSION"))) {
            throw new CannotStartException("the database cluster " + data.resolve("postgres") + " is gone, but "
                    + accessFile + " says that there was one: restore it, or remove that file to begin anew");
        }
        ClusterAccess known = ClusterAccess.read(accessFile);
        ClusterAccess access = known.atFreePort();
        if (!access.equals(known)) {
            access.write(accessFile);
        }
        return new EmbeddedDatabase(server(data, binaries, access, patience).start(), access);
    }

    /** The mark tells a first start that was killed half way from a cluster whose access file was lost. */
    private static EmbeddedDatabase startFirst(DataDirectory data, Path binaries, Duration patience, Path accessFile)
            throws IOException, SQLException {
        Path mark = data.resolve("postgres.unfinished");
        Path cluster = data.resolve("postgres");
        if (Files.exists(cluster) && !Files.exists(mark)) {
            throw new CannotStartException(
                    "the file " + accessFile + " with the database's port and passwords is missing: restore it");
        }
        Files.write(mark, new byte[0]);
        FileSystemUtils.deleteRecursively(cluster);
        ClusterAccess access = ClusterAccess.fresh();
        Path passwordFile = data.resolve("postgres.password");
        OwnerOnly.write(passwordFile, access.superuserPassword().getBytes(StandardCharsets.US_ASCII));
        EmbeddedPostgres server;
        try {
            server = initialised(server(data, binaries, access, patience), passwordFile);
        } finally {
            Files.delete(passwordFile);
        }
        Preparation.of(server.getPostgresDatabase()).createRoleAndDatabase(access.password());
        access.write(accessFile);
        Files.delete(mark);
        return new EmbeddedDatabase(server, access);
    }

    /** Options of initdb. The builtin locale sorts the same on every machine. */
    private static EmbeddedPostgres initialised(EmbeddedPostgres.Builder builder, Path passwordFile)
            throws IOException {
        return builder.setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .start();
    }

    private static EmbeddedPostgres.Builder server(
            DataDirectory data, Path binaries, ClusterAccess access, Duration patience) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(OwnerOnly.directory(binaries).toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(patience)
                .setPort(access.port())
                .setConnectConfig("password", access.superuserPassword())
                .setOutputRedirector(
                        ProcessBuilder.Redirect.to(data.resolve("postgres.log").toFile()))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "''")
                .setServerConfig("max_connections", "60")
                // the server's log never repeats a value: no DETAIL of a violated key, no failed statement
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("log_min_error_statement", "panic")
                .setServerConfig("log_checkpoints", "off")
                // a young table's statistics say that it is empty, and plans are made for that until they are gathered
                .setServerConfig("autovacuum_naptime", "5s");
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + access.port() + "/" + Preparation.NAME;
    }

    String user() {
        return Preparation.NAME;
    }

    String password() {
        return access.password();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
