package cn.justicehub.hub.definitions;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Lets replicas judge their folders one after the other, each against what the one before it activated. */
final class StartLock {

    private static final long KEY = 0x6465_6673L;

    private final DataSource dataSource;

    StartLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Does the work while no other replica of this database does. The lock is the connection's: it ends with the hub.
     *
     * @throws IllegalStateException when the lock cannot be had within a minute
     */
    void within(Runnable work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local lock_timeout = '60s'");
                statement.execute("set local idle_in_transaction_session_timeout = '60s'");
                statement.execute("select pg_advisory_xact_lock(" + KEY + ")");
                work.run();
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("definitions cannot be brought in force: " + e.getSQLState(), e);
        }
    }
}
