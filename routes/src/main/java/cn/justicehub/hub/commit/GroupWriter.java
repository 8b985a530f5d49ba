package cn.justicehub.hub.commit;

import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.ledger.record.Leaf;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes what a group changed, one statement a table. */
final class GroupWriter {

    private final Columns leaves = new Columns(
            "insert into leaf (generation, idx, bytes, sha256, sm3) select * from unnest(?, ?, ?, ?, ?)",
            "int",
            "bigint",
            "bytea",
            "bytea",
            "bytea");
    private final Columns messages = new Columns(
            "insert into message (entry, exchange_id, kind, act, sender, message_id, accepted_at, warnings, receivers,"
                    + " nonce_sealed, body_sealed, receipt_sealed, delivery_id)"
                    + " select e, x, k, a, s, m, t, string_to_array(w, ','), string_to_array(r, ','), n, b, p, d"
                    + " from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as u(e, x, k, a, s, m, t, w, r, n, b, p, d)",
            "bigint",
            "uuid",
            "text",
            "text",
            "text",
            "uuid",
            "bigint",
            "text",
            "text",
            "bytea",
            "bytea",
            "bytea",
            "text");
    private final Columns messageKeys = new Columns(
            "insert into message_key (sender, message_id, content_digest, index_key, entry)"
                    + " select * from unnest(?, ?, ?, ?, ?)",
            "text",
            "uuid",
            "bytea",
            "text",
            "bigint");
    private final Columns sequenceNumbers = new Columns(
            "insert into sequence_number (sender, sequence_no, message_id, accepted_at) select * from unnest(?, ?, ?, ?)",
            "text",
            "bigint",
            "uuid",
            "bigint");
    private final Columns exchangeKeys = new Columns(
            "insert into exchange_key (exchange_id, master_key, wrapped) select * from unnest(?, ?, ?)",
            "uuid",
            "text",
            "bytea");
    private final Columns searchKeys = new Columns(
            "insert into search_key (type, pointer, digest, index_key, exchange_id, opened_entry)"
                    + " select * from unnest(?, ?, ?, ?, ?, ?) on conflict do nothing", // what an amendment says again
            "text",
            "text",
            "bytea",
            "text",
            "uuid",
            "bigint");
    private final Columns newDeliveries = new Columns(
            "insert into delivery (delivery_id, entry, exchange_id, receiver, mode, state, created_at, received_at)"
                    + " select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)",
            "text",
            "bigint",
            "uuid",
            "text",
            "text",
            "text",
            "bigint",
            "bigint");
    private final Columns raised = new Columns(
            "insert into alarm (alarm_id, kind, agency, exchange_id, delivery_id, reason, raised_at)"
                    + " select * from unnest(?, ?, ?, ?, ?, ?, ?)"
                    + " on conflict (alarm_id) do update set reason = excluded.reason, raised_at = excluded.raised_at,"
                    + " cleared_at = null",
            "text",
            "text",
            "text",
            "uuid",
            "text",
            "text",
            "bigint");
    private final Columns cleared = new Columns(
            "update alarm set cleared_at = u.at from unnest(?, ?) as u(id, at) where alarm_id = u.id",
            "text",
            "bigint");

    private final Columns activations = new Columns(
            "insert into active_set (id, revision, digests) select 1, 1, string_to_array(d, ',') from unnest(?) as u(d)"
                    + " on conflict (id) do update set revision = active_set.revision + 1, digests = excluded.digests",
            "text");

    private final Map<UUID, Effect.Keys> opened = new HashMap<>();
    private final Map<UUID, Effect.Keys> amended = new HashMap<>();
    private boolean pushes;

    /** Takes up one accepted record with its receipt. */
    void add(AcceptedRecord accepted, byte[] receiptSealed) {
        Prepared prepared = accepted.prepared();
        Leaf leaf = accepted.leaf();
        EntryId entry = accepted.entry();
        leaves.add(entry.generation(), entry.index(), leaf.bytes(), accepted.leafSha256(), accepted.leafSm3());
        Map<String, DeliveryState.Mode> receivers = accepted.effect().receivers();
        DeliveryState moved = accepted.effect().delivery();
        messages.add(
                entry.number(),
                prepared.exchangeId(),
                prepared.kind().code(),
                prepared.act(),
                prepared.sender(),
                prepared.messageId(),
                leaf.at(),
                String.join(",", accepted.effect().warnings()),
                String.join(",", receivers.keySet()),
                prepared.nonceSealed(),
                prepared.bodySealed(),
                receiptSealed,
                moved == null ? null : moved.deliveryId());
        messageKeys.add(
                prepared.sender(),
                prepared.messageId(),
                prepared.contentDigest(),
                prepared.contentKey(),
                entry.number());
        if (prepared.sequenceNo() != null) {
            sequenceNumbers.add(prepared.sender(), prepared.sequenceNo(), prepared.messageId(), leaf.at());
        }
        if (prepared.newKey()) {
            exchangeKeys.add(
                    prepared.exchangeId(),
                    prepared.key().masterKey(),
                    prepared.key().wrapped());
        }
        addKeys(accepted);
        receivers.forEach((receiver, mode) -> addDelivery(accepted, receiver, mode));
        addAlarm(accepted);
        List<String> activates = accepted.effect().activates();
        if (activates != null) {
            activations.add(String.join(",", activates));
        }
    }

    private void addKeys(AcceptedRecord accepted) {
        Effect.Keys keys = accepted.effect().opens();
        if (keys == null) {
            return;
        }
        ExchangeState exchange = accepted.effect().exchange();
        boolean opens = exchange.seq() == 0;
        Effect.Keys before = opened.get(exchange.exchangeId());
        if (opens || before != null) { // amended in the group that opens it: the later content counts
            opened.put(exchange.exchangeId(), before == null ? keys : before.saying(keys.content()));
        } else {
            amended.put(exchange.exchangeId(), keys);
        }
        keys.searchKeys()
                .forEach((pointer, digest) -> searchKeys.add(
                        exchange.type(),
                        pointer,
                        digest,
                        keys.indexKey(),
                        exchange.exchangeId(),
                        opens ? accepted.entry().number() : exchange.openedEntry()));
    }

    private void addDelivery(AcceptedRecord accepted, String receiver, DeliveryState.Mode mode) {
        DeliveryState delivery = DeliveryState.create(
                accepted.entry(),
                accepted.prepared().exchangeId(),
                receiver,
                mode,
                accepted.leaf().at());
        pushes |= mode == DeliveryState.Mode.PUSH;
        newDeliveries.add(
                delivery.deliveryId(),
                delivery.entry(),
                delivery.exchangeId(),
                receiver,
                mode.name(),
                delivery.state().name(),
                delivery.createdAt(),
                delivery.receivedAt());
    }

    private void addAlarm(AcceptedRecord accepted) {
        Effect.AlarmChange alarm = accepted.effect().alarm();
        if (alarm == null) {
            return;
        }
        if (alarm.reason() == null) {
            cleared.add(alarm.alarmId(), accepted.leaf().at());
        } else {
            raised.add(
                    alarm.alarmId(),
                    alarm.kind(),
                    alarm.agency(),
                    accepted.prepared().exchangeId(),
                    alarm.deliveryId(),
                    alarm.reason(),
                    accepted.leaf().at());
        }
    }

    /** Whether a delivery was created or moved for which a relay should wake. */
    boolean wakesRelay() {
        return pushes;
    }

    /** Writes everything; exchanges, clocks, deliveries and streams as the fold left them. */
    void write(Connection connection, Fold fold) throws SQLException {
        leaves.write(connection);
        messages.write(connection);
        messageKeys.write(connection);
        sequenceNumbers.write(connection);
        exchangeKeys.write(connection);
        StateColumns.exchanges(fold).write(connection);
        StateColumns.ended(fold).write(connection);
        StateColumns.businessKeys(fold, opened).write(connection);
        StateColumns.amended(amended).write(connection);
        searchKeys.write(connection);
        newDeliveries.write(connection);
        StateColumns.parties(fold).write(connection);
        StateColumns.clocks(fold).write(connection);
        StateColumns.deliveries(fold).write(connection);
        StateColumns.streams(fold).write(connection);
        raised.write(connection);
        cleared.write(connection);
        activations.write(connection);
    }
}
