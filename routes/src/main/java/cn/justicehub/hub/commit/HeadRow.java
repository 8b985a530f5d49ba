package cn.justicehub.hub.commit;

import cn.justicehub.ledger.merkle.CompactRange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;

/** The one row that puts all records of all replicas in order. */
final class HeadRow {

    private static final long MOST_SKEW_MILLIS = 5_000;

    private final HeadGuard guard;
    private final InstantSource realTime;

    HeadRow(HeadGuard guard, InstantSource realTime) {
        this.guard = guard;
        this.realTime = realTime;
    }

    /**
     * Locks the head; until the transaction ends nobody else commits.
     *
     * @throws WentBack when the database is behind what this replica saw committed
     * @throws ClockSkew when this replica's clock differs from the database's
     */
    Head lock(Connection connection) throws SQLException {
        String sql = "select h.generation, g.origin, h.edge_sha256, h.edge_sm3, h.accepted_at,"
                + " (extract(epoch from clock_timestamp()) * 1000)::bigint"
                + " from head h join log_generation g using (generation) where id = 1 for update of h";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            ResultSet row = statement.executeQuery();
            if (!row.next()) {
                throw new SQLException("the log has no head row");
            }
            Head head = read(row);
            checkSkew(row.getLong(6));
            guard.check(connection, head);
            return head;
        }
    }

    private static Head read(ResultSet row) throws SQLException {
        return new Head(
                row.getInt(1),
                row.getString(2),
                CompactRange.decode(row.getBytes(3)),
                CompactRange.decode(row.getBytes(4)),
                row.getLong(5));
    }

    private void checkSkew(long databaseMillis) {
        if (Math.abs(databaseMillis - realTime.millis()) > MOST_SKEW_MILLIS) {
            throw new ClockSkew();
        }
    }

    void update(Connection connection, Head head, HeadSigner.SignedHead signed) throws SQLException {
        String sql = "update head set size = ?, edge_sha256 = ?, edge_sm3 = ?, accepted_at = ?, checkpoint = ?,"
                + " checkpoint_sm3 = ? where id = 1";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, head.size());
            statement.setBytes(2, head.sha256().encode());
            statement.setBytes(3, head.sm3().encode());
            statement.setLong(4, head.acceptedAt());
            statement.setString(5, signed.checkpoint().format());
            statement.setString(6, signed.checkpointSm3().format());
            statement.executeUpdate();
        }
    }
}
