package cn.justicehub.hub.commit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What a COMMIT promises on this database, so that receipts say no more than is true. */
class DurabilityProbe {

    /** On the disk of one machine. */
    static final String SINGLE_NODE = "single-node";

    /** On the disks of at least two. */
    static final String SYNCHRONOUS_STANDBY = "synchronous-standby";

    private static final long FRESH_NANOS = 5_000_000_000L;

    private String last = SINGLE_NODE;
    private long askedAt = System.nanoTime() - FRESH_NANOS;

    /**
     * The promise, as of the last few seconds; one that was not given is asked for again at once.
     *
     * @throws NotDurable when a COMMIT promises nothing
     */
    synchronized String of(Connection connection) throws SQLException {
        if (System.nanoTime() - askedAt >= FRESH_NANOS) {
            last = ask(connection);
            askedAt = System.nanoTime();
        }
        return last;
    }

    private static String ask(Connection connection) throws SQLException {
        String sql = "select current_setting('synchronous_standby_names') <> ''"
                + " and current_setting('synchronous_commit') in ('on', 'remote_apply'),"
                + " current_setting('fsync') = 'on' and current_setting('synchronous_commit') not in ('off', 'local')";
        try (Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery(sql);
            if (!row.next() || !row.getBoolean(2)) {
                throw new NotDurable();
            }
            return row.getBoolean(1) ? SYNCHRONOUS_STANDBY : SINGLE_NODE;
        }
    }
}
