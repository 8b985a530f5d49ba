package cn.justicehub.hub.read;

import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.crypto.ExchangeKey;
import cn.justicehub.hub.crypto.ExchangeKeys;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.ledger.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Accepted messages: found by key, opened under their exchange's data key. */
@Component
public class MessageStore {

    private static final String COLUMNS =
            "entry, exchange_id, kind, act, sender, message_id, accepted_at, warnings, receivers";

    private final JdbcTemplate jdbc;
    private final ExchangeKeys keys;

    public MessageStore(JdbcTemplate jdbc, ExchangeKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /**
     * A message that was accepted before.
     *
     * @param contentDigest digest of its content
     * @param indexKey version of the key the digest was made with
     * @param entry number of its record
     */
    public record Known(byte[] contentDigest, String indexKey, long entry) {}

    /**
     * A message without its sealed parts.
     *
     * @param receivers agencies that got it
     */
    public record Stored(
            EntryId entry,
            UUID exchangeId,
            String kind,
            String act,
            String sender,
            UUID messageId,
            long acceptedAt,
            List<String> warnings,
            Set<String> receivers) {

        /** Whether an agency may read the message: it sent or got it. */
        public boolean visibleTo(String agency) {
            return sender.equals(agency) || receivers.contains(agency);
        }
    }

    /** What the idempotency key says, or null when it is new. */
    public @Nullable Known known(String sender, UUID messageId) {
        List<Known> found = jdbc.query(
                "select content_digest, index_key, entry from message_key where sender = ? and message_id = ?",
                (row, number) -> new Known(row.getBytes(1), row.getString(2), row.getLong(3)),
                sender,
                messageId);
        return found.isEmpty() ? null : found.get(0);
    }

    /** The message of a record, or null when there is none. */
    public @Nullable Stored find(EntryId entry) {
        List<Stored> found = jdbc.query(
                "select " + COLUMNS + " from message where entry = ?", (row, number) -> stored(row), entry.number());
        return found.isEmpty() ? null : found.get(0);
    }

    /** Both ends of the delivery that a record speaks of: who sent the message, who gets it; empty when it speaks of none. */
    public Set<String> endsOfDelivery(EntryId entry) {
        return Set.copyOf(jdbc.queryForList(
                "select unnest(array[m.sender, d.receiver]) from message r join delivery d using (delivery_id)"
                        + " join message m on m.entry = d.entry where r.entry = ?",
                String.class,
                entry.number()));
    }

    /** All records of an exchange, in commit order. */
    public List<Stored> ofExchange(UUID exchangeId) {
        return jdbc.query(
                "select " + COLUMNS + " from message where exchange_id = ? order by entry",
                (row, number) -> stored(row),
                exchangeId);
    }

    /**
     * The receipt, byte for byte as it was first given.
     *
     * @throws Refusal 404 when there is no such record, 410 when its exchange's key was destroyed
     */
    public byte[] receipt(EntryId entry) {
        return opened(entry, "receipt_sealed", ExchangeKey.Purpose.RECEIPT);
    }

    /**
     * The body as it was received.
     *
     * @throws Refusal 404 when there is no such record, 410 when its exchange's key was destroyed
     */
    public byte[] body(EntryId entry) {
        return opened(entry, "body_sealed", ExchangeKey.Purpose.BODY);
    }

    /** As {@link #body} says, for several messages of one exchange at once, parsed; in no order. */
    public Map<EntryId, JsonObject> bodies(UUID exchangeId, Collection<EntryId> entries) {
        Map<EntryId, JsonObject> bodies = new HashMap<>();
        if (!entries.isEmpty()) {
            ExchangeKey key = keys.of(exchangeId);
            Long[] numbers = entries.stream().map(EntryId::number).toArray(Long[]::new);
            jdbc.query(
                    "select entry, message_id, body_sealed from message where exchange_id = ? and entry = any(?)",
                    row -> {
                        byte[] body = key.open(ExchangeKey.Purpose.BODY, row.getObject(2, UUID.class), row.getBytes(3));
                        bodies.put(EntryId.ofNumber(row.getLong(1)), Bodies.parse(body));
                    },
                    exchangeId,
                    numbers);
        }
        return bodies;
    }

    /**
     * A message as a receiver gets it.
     *
     * @param definitionDigest definition of its exchange
     * @param body as its sender sent it
     */
    record Whole(Stored stored, String definitionDigest, JsonObject body) {}

    /** Messages of any exchanges, by their entry numbers; see {@link #body} for what it throws. */
    Map<Long, Whole> whole(Collection<Long> entries) {
        Map<Long, Whole> found = new HashMap<>();
        jdbc.query(
                "select " + COLUMNS + ", body_sealed, (select definition_digest from exchange x"
                        + " where x.exchange_id = message.exchange_id) from message where entry = any(?)",
                row -> {
                    Stored stored = stored(row);
                    byte[] body = keys.of(stored.exchangeId())
                            .open(ExchangeKey.Purpose.BODY, stored.messageId(), row.getBytes("body_sealed"));
                    found.put(
                            stored.entry().number(),
                            new Whole(stored, row.getString("definition_digest"), Bodies.parse(body)));
                },
                (Object) entries.toArray(Long[]::new));
        return found;
    }

    private record Sealed(UUID exchangeId, UUID messageId, byte[] bytes) {}

    private byte[] opened(EntryId entry, String column, ExchangeKey.Purpose purpose) {
        List<Sealed> found = jdbc.query(
                "select exchange_id, message_id, " + column + " from message where entry = ?",
                (row, number) ->
                        new Sealed(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBytes(3)),
                entry.number());
        if (found.isEmpty()) {
            throw Refusal.notFound();
        }
        Sealed sealed = found.get(0);
        return keys.of(sealed.exchangeId()).open(purpose, sealed.messageId(), sealed.bytes());
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                EntryId.ofNumber(row.getLong("entry")),
                row.getObject("exchange_id", UUID.class),
                row.getString("kind"),
                row.getString("act"),
                row.getString("sender"),
                row.getObject("message_id", UUID.class),
                row.getLong("accepted_at"),
                List.of((String[]) row.getArray("warnings").getArray()),
                Set.of((String[]) row.getArray("receivers").getArray()));
    }
}
