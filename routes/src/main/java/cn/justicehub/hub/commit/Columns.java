package cn.justicehub.hub.commit;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows gathered column by column, so that one statement with {@code unnest} writes them all. */
final class Columns {

    private final String sql;
    private final String[] types;
    private final List<List<@Nullable Object>> columns = new ArrayList<>();

    /**
     * A statement with one array parameter a column.
     *
     * @param sql the statement
     * @param types PostgreSQL element types of its parameters
     */
    Columns(String sql, String... types) {
        this.sql = sql;
        this.types = types;
        for (int i = 0; i < types.length; i++) {
            columns.add(new ArrayList<>());
        }
    }

    void add(@Nullable Object... row) {
        if (row.length != types.length) {
            throw new IllegalArgumentException("expected " + types.length + " values, got " + row.length);
        }
        for (int i = 0; i < row.length; i++) {
            columns.get(i).add(row[i]);
        }
    }

    boolean isEmpty() {
        return columns.get(0).isEmpty();
    }

    /** Writes the rows, if there are any. Returns how many the database says it touched. */
    int write(Connection connection) throws SQLException {
        if (isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < types.length; i++) {
                Array array = connection.createArrayOf(types[i], typed(types[i], columns.get(i)));
                statement.setArray(i + 1, array);
            }
            return statement.executeUpdate();
        }
    }

    private static @Nullable Object[] typed(String type, List<@Nullable Object> values) {
        return type.equals("bytea") ? values.toArray(new byte[0][]) : values.toArray();
    }
}
