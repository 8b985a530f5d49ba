package cn.justicehub.hub.database;

import cn.justicehub.hub.start.CannotStartException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** A receipt promises durability, so the hub writes to no database that would answer a COMMIT before the disk has it. */
final class DatabaseSafety {

    private static final int OLDEST = 150_000;
    private static final List<String> SETTINGS =
            List.of("fsync", "synchronous_commit", "server_version_num", "server_encoding", "transaction_read_only");

    private DatabaseSafety() {}

    /**
     * Asks the server for the settings in force for the hub's own connections.
     *
     * @throws CannotStartException naming every setting that is wrong
     */
    static void check(DataSource dataSource) {
        List<String> faults;
        try {
            faults = faults(settings(dataSource));
        } catch (SQLException e) {
            throw new CannotStartException("the database cannot be reached: " + e.getMessage(), e);
        }
        if (!faults.isEmpty()) {
            throw new CannotStartException(faults);
        }
    }

    private static Map<String, String> settings(DataSource dataSource) throws SQLException {
        Map<String, String> settings = new TreeMap<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String name : SETTINGS) {
                try (ResultSet row = statement.executeQuery("SHOW " + name)) {
                    row.next();
                    settings.put(name, row.getString(1));
                }
            }
        }
        return settings;
    }

    static List<String> faults(Map<String, String> settings) {
        List<String> faults = new ArrayList<>();
        if ("off".equals(settings.get("fsync"))) {
            faults.add("the database runs with fsync=off: a receipt would promise what a power cut undoes");
        }
        String commit = settings.get("synchronous_commit");
        if ("off".equals(commit) || "local".equals(commit)) {
            faults.add("the database runs with synchronous_commit=" + commit + ": set it to on");
        }
        if (Integer.parseInt(settings.getOrDefault("server_version_num", "0")) < OLDEST) {
            faults.add("the database is older than PostgreSQL 15");
        }
        if (!"UTF8".equals(settings.get("server_encoding"))) {
            faults.add("the database's encoding is not UTF8");
        }
        if ("on".equals(settings.get("transaction_read_only"))) {
            faults.add("the database is read-only: it may be a standby");
        }
        return faults;
    }
}
