package cn.justicehub.hub.database;

import cn.justicehub.hub.start.CannotStartException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Holds an advisory lock for as long as this replica lives: shared when its broker is shared, exclusive when its broker
 * is embedded, since work in one replica's own broker is out of reach for the others.
 */
final class ReplicaGuard implements AutoCloseable {

    private static final long LOCK = 0x6a68_7562_0001L;

    private final Connection connection;

    private ReplicaGuard(Connection connection) {
        this.connection = connection;
    }

    /** @throws CannotStartException when a live replica stands in the way */
    static ReplicaGuard take(DataSource dataSource, boolean embeddedBroker, Duration patience) {
        try {
            Connection connection = dataSource.getConnection();
            if (lock(connection, embeddedBroker, patience)) {
                return new ReplicaGuard(connection);
            }
            connection.close();
        } catch (SQLException e) {
            throw new CannotStartException("the database cannot be reached: " + e.getMessage(), e);
        }
        throw new CannotStartException(
                embeddedBroker
                        ? "another replica is live on this database, and an embedded broker cannot be shared:"
                                + " set hub.broker.url on every replica"
                        : "a replica with an embedded broker is live on this database: set hub.broker.url there, too");
    }

    private static boolean lock(Connection connection, boolean exclusive, Duration patience) throws SQLException {
        String function = exclusive ? "pg_advisory_lock" : "pg_advisory_lock_shared";
        try (PreparedStatement limit = connection.prepareStatement("SELECT set_config('lock_timeout', ?, false)")) {
            limit.setString(1, Long.toString(patience.toMillis()));
            limit.execute();
        }
        try (PreparedStatement statement = connection.prepareStatement("SELECT " + function + "(?)")) {
            statement.setLong(1, LOCK);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            if ("55P03".equals(e.getSQLState())) { // lock_not_available
                return false;
            }
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
