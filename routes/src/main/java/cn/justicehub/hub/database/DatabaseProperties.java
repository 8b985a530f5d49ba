package cn.justicehub.hub.database;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the database is and how long the hub waits for it. The time-outs are seconds, so that a replica which vanished
 * or was stopped inside a transaction does not hold the others.
 *
 * @param url JDBC URL of a PostgreSQL 15 or newer; null for the embedded one in the data directory
 * @param user user at that URL; not used by the embedded one
 * @param password its password
 * @param binaries where the embedded server's programs are unpacked; null for {@code cache/postgres} in the data directory
 * @param startTimeout how long the embedded server may take to start, crash recovery included
 * @param replicaTimeout how long a start waits for the server to notice that a killed replica is gone
 * @param poolSize most connections at a time
 * @param connectTimeout for a connection to be made, and for one to be free in the pool
 * @param lockTimeout for a statement waiting for a lock
 * @param statementTimeout for one statement
 * @param idleInTransactionTimeout for a transaction whose owner does nothing
 * @param tcpUserTimeout for sent bytes that the other end's kernel does not confirm
 */
@ConfigurationProperties("hub.database")
public record DatabaseProperties(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable Path binaries,
        @DefaultValue("120s") Duration startTimeout,
        @DefaultValue("15s") Duration replicaTimeout,
        @DefaultValue("16") int poolSize,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("5s") Duration lockTimeout,
        @DefaultValue("30s") Duration statementTimeout,
        @DefaultValue("10s") Duration idleInTransactionTimeout,
        @DefaultValue("10s") Duration tcpUserTimeout) {

    public boolean embedded() {
        return url == null || url.isBlank();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "DatabaseProperties[url=" + url + ", user=" + user + ", poolSize=" + poolSize + "]";
    }
}
