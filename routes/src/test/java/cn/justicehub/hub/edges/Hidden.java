package cn.justicehub.hub.edges;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Searches what is stored for markers: every column of every table by its own value, and every file by its bytes. */
final class Hidden {

    private static final String COLUMNS = "select c.table_schema, c.table_name, c.column_name, c.data_type"
            + " from information_schema.columns c join information_schema.tables t"
            + " on t.table_schema = c.table_schema and t.table_name = c.table_name"
            + " where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')"
            + " order by 1, 2, 3";

    private Hidden() {}

    /** Where markers are found in the tables: schema, table, column and spelling. */
    static List<String> inColumns(JdbcTemplate jdbc) {
        TreeSet<String> found = new TreeSet<>();
        for (Map<String, Object> column : jdbc.queryForList(COLUMNS)) {
            String table = quoted(column, "table_schema") + "." + quoted(column, "table_name");
            String name = quoted(column, "column_name");
            boolean bytes = "bytea".equals(column.get("data_type"));
            String sql =
                    "select " + name + (bytes ? "" : "::text") + " from " + table + " where " + name + " is not null";
            jdbc.query(sql, row -> {
                List<String> spellings = bytes ? Marker.in(row.getBytes(1)) : Marker.in(row.getString(1));
                spellings.forEach(spelling -> found.add(table + "." + name + ": " + spelling));
            });
        }
        return List.copyOf(found);
    }

    private static String quoted(Map<String, Object> column, String what) {
        return '"' + Objects.requireNonNull(column.get(what)).toString().replace("\"", "\"\"") + '"';
    }

    /** Where markers are found in the files below a folder. */
    static List<String> inFiles(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> Marker.in(content(file))
                            .forEach(spelling -> found.add(folder.relativize(file) + ": " + spelling)));
        }
        return found;
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
