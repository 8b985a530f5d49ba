package cn.justicehub.hub.clock;

import cn.justicehub.hub.commit.CommitResult;
import cn.justicehub.hub.commit.DeliveryState;
import cn.justicehub.hub.commit.Rows;
import cn.justicehub.hub.engine.ClockState;
import cn.justicehub.hub.time.BusinessClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Clocks whose alarm has passed while the message that started them has not reached who owes: sent and never taken, so
 * that nothing is due yet, or left lying in an inbox while the time runs. Each gets evidence and an alarm, once.
 */
@Component
class Unreceived {

    private static final int BATCH = 200;

    /**
     * Of a push only what the hub has done its part in: tried, or held because the receiver failed before. What it was
     * itself too late to send, or is sending just now, is no evidence against anybody. A clock whose alarm passed before
     * it started says nothing of its message's way.
     */
    private static final String FIND = """
            select c.*, d.delivery_id from clock c
            left join delivery d on d.entry = c.started_entry and d.receiver = c.owes
            where c.stopped_at is null and c.paused_at is null and c.not_received_at is null
              and c.alarm_at <= :now and c.alarm_at > c.started_at
              and (d.state = 'AVAILABLE' or (c.received_at is null and c.due_at is null
                and (d.delivery_id is null or d.state in ('PARKED', 'GIVEN_UP') or (d.state = 'QUEUED' and (d.sent > 0
                  or exists (select 1 from agency_channel a where a.agency = d.receiver and a.failures > 0)
                  or exists (select 1 from delivery e where e.receiver = d.receiver and e.exchange_id = d.exchange_id
                    and e.entry < d.entry and e.state = 'PARKED'))))))
            order by c.alarm_at limit :most
            """;

    /** The alarm stands as long as its clock runs and the message has not arrived. */
    private static final String CLEAR = "update alarm a set cleared_at = ?"
            + " where a.kind in ('NOT_RECEIVED', 'NOT_FETCHED') and a.cleared_at is null"
            + " and not exists (select 1 from clock c left join delivery d on d.delivery_id = a.delivery_id"
            + " where c.exchange_id = a.exchange_id and c.stopped_at is null"
            + " and a.alarm_id = 'not-received/' || c.exchange_id || '/' || c.name || '/' || c.occurrence"
            + " and coalesce(d.state, '') <> 'DELIVERED')";

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final ClockRecords records;
    private final BusinessClock clock;

    Unreceived(JdbcTemplate jdbc, ClockRecords records, BusinessClock clock) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
        this.records = records;
        this.clock = clock;
    }

    /**
     * A clock whose alarm has passed.
     *
     * @param deliveryId the delivery that has not arrived, or null when there is none at all
     */
    record Missing(ClockState clock, @Nullable String deliveryId) {}

    /** Those of which nothing has been recorded, the longest alarmed first. */
    List<Missing> find() {
        return named.query(
                FIND,
                Map.of("now", clock.now().toEpochMilli(), "most", BATCH),
                (row, number) -> new Missing(Rows.clock(row), row.getString("delivery_id")));
    }

    CompletableFuture<CommitResult> record(Missing missing) {
        DeliveryState delivery = delivery(missing.deliveryId());
        ClockRecords.Known known = records.known(missing.clock());
        NonReceipt how = NonReceipt.of(delivery);
        Map<String, Object> facts = known.facts();
        facts.put("alarmAt", Instant.ofEpochMilli(missing.clock().alarmAt()).toString());
        ClockRecords.late(facts, missing.clock(), missing.clock().alarmAt(), clock.now());
        how.describe(facts, delivery);
        return records.submit(new UnreceivedEntry(
                records.prepare(known, how.act(), "not-received", facts), missing.clock(), delivery, how));
    }

    private @Nullable DeliveryState delivery(@Nullable String deliveryId) {
        List<DeliveryState> found = jdbc.query(
                "select * from delivery where delivery_id = ?", (row, number) -> Rows.delivery(row), deliveryId);
        return found.isEmpty() ? null : found.get(0);
    }

    /** Clears the alarms of what has arrived after all, or matters no more. */
    void clear() {
        jdbc.update(CLEAR, clock.now().toEpochMilli());
    }
}
