package cn.justicehub.hub.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections to one database.
 *
 * @param url JDBC URL
 * @param user null when the URL names it
 * @param password null when the URL, or the server's trust, makes it needless
 */
record Connections(
        String url, @Nullable String user, @Nullable String password) {

    private static final String APPLICATION = "justice-hub";

    /** Every statement is short and has its index, and no disk that a hub should run on has heads to move. */
    private static final String PLANS = "; SET random_page_cost = 1.1; SET jit = off";

    /** One connection at a time, without time-outs for statements: for migrations and checks at start. */
    DataSource unpooled(DatabaseProperties properties) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        if (user != null) {
            dataSource.setUser(user);
        }
        if (password != null) {
            dataSource.setPassword(password);
        }
        dataSource.setApplicationName(APPLICATION);
        dataSource.setConnectTimeout(seconds(properties.connectTimeout()));
        dataSource.setTcpKeepAlive(true);
        return dataSource;
    }

    HikariDataSource pool(String name, int size, DatabaseProperties properties) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(2, size));
        config.setConnectionTimeout(properties.connectTimeout().toMillis());
        config.setConnectionInitSql(limits(properties) + PLANS);
        config.addDataSourceProperty("ApplicationName", APPLICATION);
        config.addDataSourceProperty("logServerErrorDetail", "false"); // it quotes values
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("connectTimeout", seconds(properties.connectTimeout()));
        config.addDataSourceProperty("socketTimeout", seconds(socketTimeout(properties)));
        return new HikariDataSource(config);
    }

    /** The client gives up a little after the server would have: only when the server cannot say so any more. */
    private static Duration socketTimeout(DatabaseProperties properties) {
        return properties.statementTimeout().plus(properties.tcpUserTimeout());
    }

    private static String limits(DatabaseProperties properties) {
        return "SET lock_timeout = " + properties.lockTimeout().toMillis()
                + "; SET statement_timeout = " + properties.statementTimeout().toMillis()
                + "; SET idle_in_transaction_session_timeout = "
                + properties.idleInTransactionTimeout().toMillis()
                + "; SET tcp_user_timeout = " + properties.tcpUserTimeout().toMillis();
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(Math.max(1, duration.toSeconds()));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Connections[url=" + url + ", user=" + user + "]";
    }
}
