package cn.justicehub.hub.clock;

import cn.justicehub.api.definition.ClockRule;
import cn.justicehub.hub.commit.CommitResult;
import cn.justicehub.hub.commit.Rows;
import cn.justicehub.hub.engine.ClockState;
import cn.justicehub.hub.time.BusinessClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Clocks whose time is over. Any replica may find one; its lapse is recorded once. */
@Component
public class Lapses {

    private static final int BATCH = 200;

    private final JdbcTemplate jdbc;
    private final ClockRecords records;
    private final BusinessClock clock;

    Lapses(JdbcTemplate jdbc, ClockRecords records, BusinessClock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.clock = clock;
    }

    /** Clocks that lapse now and have not been recorded, the longest due first. */
    List<ClockState> due() {
        return jdbc.query(
                "select * from clock where stopped_at is null and lapsed_at is null and paused_at is null and due_at <= ?"
                        + " order by due_at limit " + BATCH,
                (row, number) -> Rows.clock(row),
                clock.now().toEpochMilli());
    }

    CompletableFuture<CommitResult> record(ClockState due) {
        ClockRecords.Known known = records.known(due);
        return records.submit(new LapseEntry(
                records.prepare(known, "clock-lapsed", "lapse", facts(known, clock.now())), due, known.rule()));
    }

    /** Who owed what, under which article, and until when; and by how much the hub is late to say so. */
    static Map<String, Object> facts(ClockRecords.Known known, Instant now) {
        ClockState due = known.clock();
        Map<String, Object> facts = known.facts();
        if (due.receivedAt() != null) {
            facts.put("receivedAt", Instant.ofEpochMilli(due.receivedAt()).toString());
        }
        if (due.dueAt() != null) {
            facts.put("dueAt", Instant.ofEpochMilli(due.dueAt()).toString());
            ClockRecords.late(facts, due, due.dueAt(), now);
        }
        if (due.dueDate() != null) {
            facts.put("dueDate", due.dueDate().toString());
        }
        if (known.rule().due() instanceof ClockRule.Due.Flag flag) {
            facts.put("flag", flag.name());
        }
        return facts;
    }
}
