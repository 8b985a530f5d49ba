package cn.justicehub.hub.read;

import cn.justicehub.hub.commit.Rows;
import cn.justicehub.hub.engine.ClockState;
import cn.justicehub.hub.engine.ExchangeState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Exchanges as they stand, outside the head lock. */
@Component
public class Exchanges {

    private final JdbcTemplate jdbc;

    public Exchanges(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The exchange, or null when there is none. */
    public @Nullable ExchangeState find(UUID exchangeId) {
        List<ExchangeState> found = read(connection -> Rows.exchanges(connection, new Object[] {exchangeId}));
        return found.isEmpty() ? null : found.get(0);
    }

    /** All its clocks, running or not. */
    public List<ClockState> clocks(UUID exchangeId) {
        return read(connection -> Rows.clocks(connection, new Object[] {exchangeId}));
    }

    /**
     * The open exchange of a type that has one of these business keys, or null.
     *
     * @param businessKeys digests of one key under each index key
     */
    public @Nullable UUID openWith(String type, List<byte[]> businessKeys) {
        return read(connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(
                            "select exchange_id from business_key where type = ? and digest = any(?)")) {
                        statement.setString(1, type);
                        statement.setArray(2, connection.createArrayOf("bytea", businessKeys.toArray(byte[][]::new)));
                        ResultSet rows = statement.executeQuery();
                        return rows.next() ? List.of(rows.getObject(1, UUID.class)) : List.<UUID>of();
                    }
                })
                .stream()
                .findFirst()
                .orElse(null);
    }

    private interface Query<T> {
        List<T> run(Connection connection) throws SQLException;
    }

    private <T> List<T> read(Query<T> query) {
        List<T> found = jdbc.execute((ConnectionCallback<List<T>>) query::run);
        return found == null ? List.of() : found;
    }
}
