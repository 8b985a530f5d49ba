package cn.justicehub.hub.edges;

import cn.justicehub.hub.testing.HubUnderTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the hub has stored: of every table the number of rows and a digest of all of them. Left out are the tables that change
 * with time alone: what is published of the log, and how agencies are doing.
 */
record Footprint(Map<String, String> tables) {

    private static final Set<String> WITH_TIME =
            Set.of("published_head", "tile", "agency_channel", "alarm", "oauth2_registered_client");

    static Footprint of(HubUnderTest hub) {
        JdbcTemplate jdbc = hub.bean(JdbcTemplate.class);
        Map<String, String> tables = new TreeMap<>();
        for (String table : tables(jdbc)) {
            if (!WITH_TIME.contains(table)) {
                tables.put(
                        table,
                        jdbc.queryForObject(
                                "select count(*) || ' ' || coalesce(md5(string_agg(row, '' order by row)), '')"
                                        + " from (select md5(t::text) as row from " + table + " t) rows",
                                String.class));
            }
        }
        return new Footprint(tables);
    }

    /** Every table of the hub. */
    static List<String> tables(JdbcTemplate jdbc) {
        return jdbc.queryForList(
                "select table_name from information_schema.tables where table_schema = current_schema()"
                        + " and table_type = 'BASE TABLE' order by table_name",
                String.class);
    }
}
