package cn.justicehub.hub.sequence;

import cn.justicehub.hub.commit.CommitResult;
import cn.justicehub.hub.commit.RecordDraft;
import cn.justicehub.hub.commit.RecordPreparation;
import cn.justicehub.hub.commit.Submissions;
import cn.justicehub.hub.commit.SystemExchange;
import cn.justicehub.hub.engine.ActRequest;
import cn.justicehub.hub.time.BusinessClock;
import cn.justicehub.ledger.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds gaps that were open too long, and has each recorded once: an alarm and a leaf (E-SEQ). */
@Component
class Gaps {

    /** For each number above what was looked through, what is missing right below it: nothing where first > last. */
    private static final String GAPS =
            "(select t.sender, coalesce(lag(s.sequence_no) over below, coalesce(k.seen, 0)) + 1"
                    + " as first, s.sequence_no - 1 as last, s.accepted_at"
                    + " from sender_stream t left join sequence_watch k using (sender)"
                    + " cross join lateral (select n.sequence_no, n.accepted_at from sequence_number n"
                    + " where n.sender = t.sender and n.sequence_no > coalesce(k.seen, 0)) s"
                    + " window below as (partition by t.sender order by s.sequence_no)) gap";

    private static final String NOT_TOLD = " first <= last and not exists"
            + " (select 1 from alarm where alarm_id = 'sequence-gap/' || sender || '/' || first || '-' || last)";

    private static final String OVERDUE = "select sender, first, last, accepted_at from " + GAPS + " where" + NOT_TOLD
            + " and accepted_at <= ? order by accepted_at limit 100";

    /** Up to the lowest gap that was not told, or all there is. */
    private static final String ADVANCE = "insert into sequence_watch (sender, seen)"
            + " select sender, coalesce(min(first) filter (where" + NOT_TOLD + "), max(last) + 2) - 1 from " + GAPS
            + " group by sender"
            + " on conflict (sender) do update set seen = greatest(sequence_watch.seen, excluded.seen)";

    private final JdbcTemplate jdbc;
    private final SequenceSettings settings;
    private final BusinessClock clock;
    private final Submissions committer;
    private final RecordPreparation records;
    private final SystemExchange system;

    Gaps(
            JdbcTemplate jdbc,
            SequenceSettings settings,
            BusinessClock clock,
            Submissions committer,
            RecordPreparation records,
            SystemExchange system) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
        this.committer = committer;
        this.records = records;
        this.system = system;
    }

    /**
     * Gaps between accepted numbers, older than the hub's patience and not yet told; numbers count from 1. What was looked
     * through before is not looked at again.
     */
    List<Gap> overdue() {
        jdbc.update(ADVANCE);
        return jdbc.query(
                OVERDUE,
                (row, number) -> new Gap(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                clock.now().minus(settings.patience()).toEpochMilli());
    }

    /** Clears the alarms of gaps whose numbers have all come after all; the records stay. */
    void clearFilled() {
        jdbc.update(
                "update alarm set cleared_at = ? from (select alarm_id as id,"
                        + " split_part(split_part(alarm_id, '/', 3), '-', 1)::bigint as first,"
                        + " split_part(split_part(alarm_id, '/', 3), '-', 2)::bigint as last"
                        + " from alarm where kind = 'SEQUENCE_GAP' and cleared_at is null) gap"
                        + " where alarm_id = gap.id and gap.last - gap.first + 1 = (select count(*) from sequence_number s"
                        + " where s.sender = alarm.agency and s.sequence_no between gap.first and gap.last)",
                clock.now().toEpochMilli());
    }

    CompletableFuture<CommitResult> record(Gap gap) {
        JsonObject facts = JsonObject.builder()
                .put("sender", gap.sender())
                .put("from", gap.from())
                .put("to", gap.to())
                .put("since", Instant.ofEpochMilli(gap.since()).toString())
                .build();
        RecordDraft draft = RecordDraft.ofHub(
                RecordDraft.Kind.ADMINISTRATION,
                null,
                null,
                "sequence-gap",
                SystemExchange.ID,
                UUID.nameUUIDFromBytes(gap.alarmId().getBytes(StandardCharsets.UTF_8)),
                ActRequest.Sender.HUB,
                facts);
        SystemExchange.Key key = system.key();
        return committer.submitOwn(new GapEntry(records.prepare(draft, key.key(), key.isNew()), gap));
    }
}
