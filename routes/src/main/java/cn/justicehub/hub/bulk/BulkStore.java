package cn.justicehub.hub.bulk;

import cn.justicehub.hub.bulk.BulkOperation.State;
import cn.justicehub.hub.delivery.OperatorRequest.Decision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Operations and their deliveries, as rows that any replica goes on with. */
@Component
class BulkStore {

    /** A step that takes longer than this was broken off. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final String SELECT = "select o.*,"
            + " (select count(*) from bulk_item i where i.operation_id = o.operation_id) as total,"
            + " (select count(*) from bulk_item i where i.operation_id = o.operation_id and i.outcome = 'DONE') as done,"
            + " (select count(*) from bulk_item i where i.operation_id = o.operation_id and i.outcome = 'SKIPPED') as skipped,"
            + " (select count(*) from bulk_item i where i.operation_id = o.operation_id and i.outcome = 'FAILED') as failed"
            + " from bulk_operation o ";

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;

    BulkStore(JdbcTemplate jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Nullable
    BulkOperation find(UUID operationId) {
        List<BulkOperation> found = jdbc.query(SELECT + "where o.operation_id = ?", BulkStore::operation, operationId);
        return found.isEmpty() ? null : found.get(0);
    }

    /** Newest first, below a number. */
    List<BulkOperation> newest(long below, int most) {
        return jdbc.query(
                SELECT + "where o.number < ? and o.state <> 'ASKED' order by o.number desc limit ?",
                BulkStore::operation,
                below,
                most);
    }

    /** Keeps what is asked, with its selection; nothing when it is there already. */
    void add(BulkOperation asked, Collection<String> deliveryIds) {
        transactions.executeWithoutResult(status -> {
            int added = jdbc.update(
                    "insert into bulk_operation (operation_id, decision, agency, actor, message_id, request_sealed,"
                            + " needs_approval, state, asked_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                            + " on conflict do nothing",
                    asked.operationId(),
                    asked.decision().name(),
                    asked.agency(),
                    asked.actor(),
                    asked.messageId(),
                    asked.requestSealed(),
                    asked.needsApproval(),
                    asked.state().name(),
                    asked.askedAt(),
                    asked.expiresAt());
            if (added > 0) {
                jdbc.update(
                        "insert into bulk_item (operation_id, delivery_id) select ?, unnest(?::text[])",
                        asked.operationId(),
                        deliveryIds.toArray(String[]::new));
            }
        });
    }

    /** Forgets what was asked and not recorded. */
    void forget(UUID operationId) {
        jdbc.update("delete from bulk_operation where operation_id = ? and state = 'ASKED'", operationId);
    }

    /** What was asked and is recorded begins, or waits for a second person: also when whoever asked is gone. */
    void begin() {
        jdbc.update(
                "update bulk_operation o set state = case when needs_approval then 'WAITING_APPROVAL' else 'RUNNING' end"
                        + " where state = 'ASKED' and exists (select 1 from message_key k"
                        + " where k.sender = o.agency and k.message_id = o.message_id)");
    }

    void approved(UUID operationId, String approver) {
        jdbc.update(
                "update bulk_operation set state = 'RUNNING', approver = ?"
                        + " where operation_id = ? and state = 'WAITING_APPROVAL'",
                approver,
                operationId);
    }

    void stopping(UUID operationId) {
        jdbc.update(
                "update bulk_operation set state = 'STOPPING'"
                        + " where operation_id = ? and state in ('RUNNING', 'WAITING_APPROVAL')",
                operationId);
    }

    void ended(UUID operationId, State from, State into, long at) {
        jdbc.update(
                "update bulk_operation set state = ?, ended_at = ? where operation_id = ? and state = ?",
                into.name(),
                at,
                operationId,
                from.name());
    }

    /** Whether an agency's message is recorded. */
    boolean isRecorded(String agency, UUID messageId) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from message_key where sender = ? and message_id = ?)",
                Boolean.class,
                agency,
                messageId));
    }

    /** Takes operations that want a step, for this replica alone and for a while. */
    List<UUID> take(long realNow, long businessNow) {
        return jdbc.queryForList(
                "update bulk_operation set leased_until = ? where operation_id in (select operation_id from bulk_operation"
                        + " where leased_until <= ? and (state in ('RUNNING', 'STOPPING')"
                        + " or state = 'WAITING_APPROVAL' and expires_at <= ?)"
                        + " order by number limit 10 for update skip locked) returning operation_id",
                UUID.class,
                realNow + LEASE.toMillis(),
                realNow,
                businessNow);
    }

    void giveBack(UUID operationId) {
        jdbc.update("update bulk_operation set leased_until = 0 where operation_id = ?", operationId);
    }

    /** Deliveries about which nothing was done yet. */
    List<String> waiting(UUID operationId, int most) {
        return jdbc.queryForList(
                "select delivery_id from bulk_item where operation_id = ? and outcome = 'WAITING'"
                        + " order by delivery_id limit ?",
                String.class,
                operationId,
                most);
    }

    void outcome(UUID operationId, String deliveryId, String outcome) {
        jdbc.update(
                "update bulk_item set outcome = ? where operation_id = ? and delivery_id = ? and outcome = 'WAITING'",
                outcome,
                operationId,
                deliveryId);
    }

    private static BulkOperation operation(ResultSet row, int number) throws SQLException {
        return new BulkOperation(
                row.getObject("operation_id", UUID.class),
                row.getLong("number"),
                Decision.valueOf(row.getString("decision")),
                row.getString("agency"),
                row.getString("actor"),
                row.getObject("message_id", UUID.class),
                row.getBytes("request_sealed"),
                row.getBoolean("needs_approval"),
                State.valueOf(row.getString("state")),
                row.getLong("asked_at"),
                row.getObject("expires_at", Long.class),
                row.getString("approver"),
                row.getObject("ended_at", Long.class),
                new BulkOperation.Counts(
                        row.getInt("total"), row.getInt("done"), row.getInt("skipped"), row.getInt("failed")));
    }
}
