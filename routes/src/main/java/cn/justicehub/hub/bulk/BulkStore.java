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

    private static final String APPROVED = "exists (select 1 from message_key k join message m on m.entry = k.entry"
            + " and m.act = 'bulk-approved' where k.sender = o.approval_agency and k.message_id = o.approval_id)";

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

    /** Keeps what is asked, with its selection; false when it is there already. */
    boolean add(BulkOperation asked, Collection<String> deliveryIds) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
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
            return added > 0;
        }));
    }

    /** Forgets what was asked and not recorded. */
    void forget(UUID operationId) {
        jdbc.update("delete from bulk_operation where operation_id = ? and state = 'ASKED'", operationId);
    }

    /** How many deliveries an agency's operations have been given up, or are to be, with nobody's approval, since a time. */
    int givenUpAlone(String agency, long since) {
        Integer count = jdbc.queryForObject(
                "select count(*) from bulk_item i join bulk_operation o using (operation_id)"
                        + " where o.agency = ? and o.decision = 'GIVE_UP' and not o.needs_approval and o.asked_at >= ?",
                Integer.class,
                agency,
                since);
        return count == null ? 0 : count;
    }

    /** What was asked and is recorded begins, or waits for a second person: also when whoever asked is gone. */
    void begin() {
        jdbc.update(
                "update bulk_operation o set state = case when needs_approval then 'WAITING_APPROVAL' else 'RUNNING' end"
                        + " where state = 'ASKED' and exists (select 1 from message_key k"
                        + " where k.sender = o.agency and k.message_id = o.message_id)");
        jdbc.update("update bulk_operation o set state = 'RUNNING' where state = 'WAITING_APPROVAL' and " + APPROVED);
    }

    /**
     * Keeps who approves, before it is recorded; what is recorded counts, whoever was to write it down.
     *
     * @return false when it waits no more, or another's approval is recorded
     */
    boolean approving(UUID operationId, String agency, UUID messageId, String approver) {
        return jdbc.update(
                        "update bulk_operation o set approver = ?, approval_agency = ?, approval_id = ?"
                                + " where operation_id = ? and state = 'WAITING_APPROVAL' and (approval_id is null"
                                + " or approval_id = ? and approver = ? or not " + APPROVED + ")",
                        approver,
                        agency,
                        messageId,
                        operationId,
                        messageId,
                        approver)
                > 0;
    }

    void stopping(UUID operationId) {
        jdbc.update(
                "update bulk_operation set state = 'STOPPING'"
                        + " where operation_id = ? and state in ('RUNNING', 'WAITING_APPROVAL')",
                operationId);
    }

    /**
     * It comes to its end, from a state, or is about to already: nothing else can be decided about it from here on.
     *
     * @return whether it does
     */
    boolean ending(UUID operationId, State from, State into) {
        return jdbc.update(
                        "update bulk_operation set state = 'ENDING', ending = ? where operation_id = ?"
                                + " and (state = ? or state = 'ENDING' and ending = ?)",
                        into.name(),
                        operationId,
                        from.name(),
                        into.name())
                > 0;
    }

    void ended(UUID operationId, long at) {
        jdbc.update(
                "update bulk_operation set state = ending, ended_at = ? where operation_id = ? and state = 'ENDING'",
                at,
                operationId);
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
                        + " where leased_until <= ? and (state in ('RUNNING', 'STOPPING', 'ENDING')"
                        + " or state = 'WAITING_APPROVAL' and expires_at <= ?)"
                        + " order by leased_until, number limit 10 for update skip locked) returning operation_id",
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

    /** Notes what became of a delivery; what was noted before counts. */
    void outcome(UUID operationId, BulkItem item) {
        jdbc.update(
                "update bulk_item set outcome = ?, reason = ?"
                        + " where operation_id = ? and delivery_id = ? and outcome = 'WAITING'",
                item.outcome().name(),
                item.reason(),
                operationId,
                item.deliveryId());
    }

    /** Deliveries of an operation by id, above an id. */
    List<BulkItem> items(UUID operationId, String above, int most) {
        return jdbc.query(
                "select delivery_id, outcome, reason from bulk_item where operation_id = ? and delivery_id > ?"
                        + " order by delivery_id limit ?",
                (row, number) ->
                        new BulkItem(row.getString(1), BulkItem.Outcome.valueOf(row.getString(2)), row.getString(3)),
                operationId,
                above,
                most);
    }

    private static @Nullable State ending(@Nullable String state) {
        return state == null ? null : State.valueOf(state);
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
                ending(row.getString("ending")),
                new BulkOperation.Counts(
                        row.getInt("total"), row.getInt("done"), row.getInt("skipped"), row.getInt("failed")));
    }
}
