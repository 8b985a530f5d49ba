package cn.justicehub.hub.health;

import cn.justicehub.hub.time.BusinessClock;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Measures the backlog with one query over indices. */
@Repository
class BacklogTable {

    private static final String COUNT = """
            select s.state,
                   (select count(*) from delivery d where d.state = s.state) as deliveries,
                   (select d.created_at from delivery d where d.state = s.state order by d.entry limit 1) as oldest,
                   (select count(*) from alarm where cleared_at is null) as alarms
            from (values ('QUEUED'), ('LEASED'), ('AVAILABLE'), ('PARKED')) s (state)
            """;

    private final JdbcTemplate jdbc;
    private final BusinessClock clock;

    BacklogTable(JdbcTemplate jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record State(long deliveries, long oldest) {}

    Backlog measure() {
        long now = clock.now().toEpochMilli();
        Map<String, State> states = new TreeMap<>();
        long[] alarms = new long[1];
        jdbc.query(COUNT, row -> {
            Long oldest = row.getObject("oldest", Long.class);
            states.put(row.getString("state"), new State(row.getLong("deliveries"), oldest == null ? now : oldest));
            alarms[0] = row.getLong("alarms");
        });
        long oldestPush =
                Math.min(of(states, "QUEUED").oldest(), of(states, "LEASED").oldest());
        return new Backlog(
                of(states, "QUEUED").deliveries(),
                of(states, "LEASED").deliveries(),
                of(states, "AVAILABLE").deliveries(),
                of(states, "PARKED").deliveries(),
                alarms[0],
                Math.max(0, (now - oldestPush) / 1000));
    }

    private static State of(Map<String, State> states, String name) {
        return states.getOrDefault(name, new State(0, Long.MAX_VALUE));
    }
}
