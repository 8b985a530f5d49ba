package cn.justicehub.hub.commit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a failed transaction means. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** Whether the database as a whole is out of reach or out of room, so that running rows one by one is no use. */
    static boolean isOutage(Exception cause) {
        if (!(cause instanceof SQLException sql)) {
            return cause instanceof java.io.IOException;
        }
        String state = String.valueOf(sql.getSQLState());
        return sql instanceof SQLTransientException
                || sql instanceof SQLNonTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("55");
    }

    /** Whether the database's disk is full. */
    static boolean isFull(Exception cause) {
        return cause instanceof SQLException sql && "53100".equals(sql.getSQLState());
    }

    /** Class, SQL state and place of a failure; never its message, which may quote a row. */
    static String describe(Exception cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        String place = trace.length == 0 ? "?" : trace[0].toString();
        String state = cause instanceof SQLException sql ? " SQLSTATE " + sql.getSQLState() : "";
        return cause.getClass().getName() + state + " at " + place;
    }

    static void rollback(Connection connection) {
        try {
            if (!connection.isClosed()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            LOG.debug("rollback failed: {}", e.getSQLState());
        }
    }
}
