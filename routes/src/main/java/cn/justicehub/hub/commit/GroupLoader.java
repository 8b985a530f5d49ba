package cn.justicehub.hub.commit;

import cn.justicehub.hub.commit.Prepared.MessageKey;
import cn.justicehub.hub.engine.ClockState;
import cn.justicehub.hub.engine.ExchangeState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Loads what a group of entries may look at: one query a table, after the head is locked. */
final class GroupLoader {

    private final Connection connection;
    private final Fold fold = new Fold();

    private GroupLoader(Connection connection) {
        this.connection = connection;
    }

    static Fold load(Connection connection, List<Entry> entries) throws SQLException {
        GroupLoader loader = new GroupLoader(connection);
        List<Prepared> prepared = entries.stream().map(Entry::prepared).toList();
        loader.messages(prepared);
        loader.streams(prepared);
        loader.sequenceNumbers(prepared);
        loader.exchanges(prepared);
        loader.businessKeys(entries);
        loader.deliveries(entries);
        loader.definitions(entries);
        return loader.fold;
    }

    private void messages(List<Prepared> prepared) throws SQLException {
        String sql = "select k.sender, k.message_id, k.content_digest, k.entry"
                + " from unnest(?, ?) as w(sender, message_id) join message_key k using (sender, message_id)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            setArray(
                    statement,
                    1,
                    "text",
                    prepared.stream().map(Prepared::sender).toArray());
            setArray(
                    statement,
                    2,
                    "uuid",
                    prepared.stream().map(Prepared::messageId).toArray());
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                fold.messages.put(
                        new MessageKey(rows.getString(1), rows.getObject(2, UUID.class)),
                        new Fold.Known(rows.getBytes(3), rows.getLong(4)));
            }
        }
    }

    private void streams(List<Prepared> prepared) throws SQLException {
        String sql = "select sender, seq, last_entry from sender_stream where sender = any(?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            setArray(
                    statement,
                    1,
                    "text",
                    prepared.stream().map(Prepared::sender).distinct().toArray());
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                fold.streams.put(rows.getString(1), new Fold.Stream(rows.getLong(2), rows.getLong(3)));
            }
        }
    }

    private void sequenceNumbers(List<Prepared> prepared) throws SQLException {
        List<Prepared> numbered =
                prepared.stream().filter(p -> p.sequenceNo() != null).toList();
        if (numbered.isEmpty()) {
            return;
        }
        String sql = "select s.sender, s.sequence_no, s.message_id"
                + " from unnest(?, ?) as w(sender, sequence_no) join sequence_number s using (sender, sequence_no)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            setArray(
                    statement,
                    1,
                    "text",
                    numbered.stream().map(Prepared::sender).toArray());
            setArray(
                    statement,
                    2,
                    "bigint",
                    numbered.stream().map(Prepared::sequenceNo).toArray());
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                fold.sequenceNumbers.put(rows.getString(1) + "/" + rows.getLong(2), rows.getObject(3, UUID.class));
            }
        }
    }

    private void exchanges(List<Prepared> prepared) throws SQLException {
        Object[] ids = prepared.stream()
                .filter(p -> !p.newKey())
                .map(Prepared::exchangeId)
                .distinct()
                .toArray();
        if (ids.length == 0) {
            return;
        }
        for (ExchangeState exchange : Rows.exchanges(connection, ids)) {
            fold.load(exchange);
        }
        for (ClockState clock : Rows.clocks(connection, ids)) {
            fold.load(clock);
        }
    }

    private void businessKeys(List<Entry> entries) throws SQLException {
        List<BusinessKey> keys =
                entries.stream().flatMap(e -> e.businessKeys().stream()).toList();
        if (keys.isEmpty()) {
            return;
        }
        String sql = "select k.type, k.digest, k.exchange_id, k.content"
                + " from unnest(?, ?) as w(type, digest) join business_key k using (type, digest)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            setArray(statement, 1, "text", keys.stream().map(BusinessKey::type).toArray());
            setArray(
                    statement,
                    2,
                    "bytea",
                    keys.stream().map(BusinessKey::digest).toArray(byte[][]::new));
            ResultSet rows = statement.executeQuery();
            List<UUID> open = new ArrayList<>();
            while (rows.next()) {
                open.add(rows.getObject(3, UUID.class));
                fold.loadOpen(
                        rows.getString(1),
                        rows.getBytes(2),
                        new GroupView.Open(rows.getObject(3, UUID.class), rows.getBytes(4)));
            }
            Rows.exchanges(connection, open.toArray()).stream()
                    .filter(exchange -> fold.exchange(exchange.exchangeId()) == null)
                    .forEach(fold::load);
        }
    }

    private void deliveries(List<Entry> entries) throws SQLException {
        Set<String> ids = entries.stream().flatMap(e -> e.deliveries().stream()).collect(Collectors.toSet());
        if (!ids.isEmpty()) {
            Rows.deliveries(connection, ids.toArray()).forEach(fold::load);
        }
    }

    private void definitions(List<Entry> entries) throws SQLException {
        if (entries.stream().noneMatch(Entry::seesDefinitions)) {
            return;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("select revision from active_set where id = 1")) {
            ResultSet rows = statement.executeQuery();
            if (rows.next()) {
                fold.loadDefinitions(rows.getInt(1));
            }
        }
    }

    static void setArray(PreparedStatement statement, int index, String type, Object[] values) throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }
}
