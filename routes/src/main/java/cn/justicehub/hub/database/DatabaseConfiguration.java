package cn.justicehub.hub.database;

import cn.justicehub.hub.broker.BrokerProperties;
import cn.justicehub.hub.start.DataDirectory;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The database as beans: whoever uses it is stopped before it is. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** Qualifier of the connections that only the committer uses. */
    static final String COMMITS = "commits";

    private static final int COMMIT_CONNECTIONS = 2;

    @Bean(destroyMethod = "close")
    @Conditional(NoDatabaseUrl.class)
    EmbeddedDatabase embeddedDatabase(DataDirectory data, DatabaseProperties properties) {
        Path binaries = Objects.requireNonNullElseGet(properties.binaries(), () -> data.resolve("cache/postgres"));
        return EmbeddedDatabase.start(data, binaries, properties.startTimeout());
    }

    @Bean
    Connections connections(ObjectProvider<EmbeddedDatabase> embedded, DatabaseProperties properties) {
        EmbeddedDatabase own = embedded.getIfAvailable();
        Connections connections = own == null
                ? new Connections(Objects.requireNonNull(properties.url()), properties.user(), properties.password())
                : new Connections(own.url(), own.user(), own.password());
        DatabaseSafety.check(connections.unpooled(properties));
        return connections;
    }

    @Bean(destroyMethod = "close")
    ReplicaGuard replicaGuard(Connections connections, DatabaseProperties properties, BrokerProperties broker) {
        return ReplicaGuard.take(connections.unpooled(properties), broker.embedded(), properties.replicaTimeout());
    }

    /** @param guard nothing is read or written before it stands */
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Connections connections, ReplicaGuard guard, DatabaseProperties properties) {
        return connections.pool("database", properties.poolSize(), properties);
    }

    /** The committer's own: whoever reads, however much, never keeps a message from being accepted. */
    @Bean(destroyMethod = "close", defaultCandidate = false)
    @Qualifier(COMMITS)
    HikariDataSource commitDataSource(Connections connections, ReplicaGuard guard, DatabaseProperties properties) {
        return connections.pool(COMMITS, COMMIT_CONNECTIONS, properties);
    }

    @Bean
    DataSourceHealthIndicator databaseHealthIndicator(HikariDataSource dataSource) {
        return new DataSourceHealthIndicator(dataSource, "SELECT 1");
    }

    /** Migrations may take longer than any statement of the running hub. */
    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource migrationDataSource(Connections connections, ReplicaGuard guard, DatabaseProperties properties) {
        return connections.unpooled(properties);
    }
}
