package cn.justicehub.hub.commit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Whether a database that was full has room again: that can only be known by writing. */
final class RoomProbe {

    /** About a megabyte, so that accepting does not begin again for one message. */
    private static final String WRITE =
            "create unlogged table room_probe as select sha256(n::text::bytea) from generate_series(1, 16000) n";

    private RoomProbe() {}

    /**
     * Writes within the open transaction, which the caller rolls back.
     *
     * @throws DatabaseFull when there is no room
     */
    static void check(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(WRITE);
        } catch (SQLException e) {
            if (Failures.isFull(e)) {
                throw new DatabaseFull();
            }
            throw e;
        }
    }
}
