package cn.justicehub.hub.testing;

import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.commit.RecordDraft.Kind;
import cn.justicehub.hub.crypto.ExchangeKeys;
import cn.justicehub.hub.crypto.MasterKey;
import cn.justicehub.hub.engine.ClockState;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.read.Exchanges;
import cn.justicehub.hub.read.MessageStore;
import cn.justicehub.ledger.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** One exchange and its records, in memory: a court notified a centre, whose offer to a firm is parked. */
public final class FakeRecords {

    public static final String COURT = "court-01";
    public static final String CENTRE = "lac-01";
    public static final String FIRM = "firm-01";
    public static final UUID EXCHANGE = UUID.fromString("6d9a1c1e-8b0e-4b3b-9f5e-0c6f4c1f2a10");
    private static final EntryId PARKING = new EntryId(1, 3);
    private static final long AT = 1_790_000_000_000L;

    private final Map<EntryId, MessageStore.Stored> records = new LinkedHashMap<>();

    public FakeRecords() {
        add(0, Kind.MESSAGE, "submit", COURT, CENTRE);
        add(1, Kind.MESSAGE, "offer", CENTRE, FIRM);
        add(2, Kind.HUB_ACT, "clock-lapsed", "hub");
        add(3, Kind.DELIVERY, "parked", "hub");
    }

    private void add(int index, Kind kind, String act, String sender, String... receivers) {
        EntryId entry = new EntryId(1, index);
        records.put(
                entry,
                new MessageStore.Stored(
                        entry,
                        EXCHANGE,
                        kind.code(),
                        act,
                        sender,
                        new UUID(0, index),
                        AT,
                        List.of(),
                        Set.of(receivers)));
    }

    public ExchangeState exchange() {
        return new ExchangeState(
                EXCHANGE,
                "defence-notice",
                "digest",
                "OFFERED",
                Set.of("OVERDUE"),
                Map.of("notifier", COURT, "centre", CENTRE, "firm", FIRM),
                Map.of(),
                AT,
                AT,
                false,
                4,
                new EntryId(1, 0).number(),
                new EntryId(1, 3).number());
    }

    /** What a receipt of these records holds. */
    public static byte[] receiptOf(EntryId entry) {
        return ("{\"entryId\":\"" + entry + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    public Exchanges exchanges() {
        return new Exchanges(new JdbcTemplate()) {
            @Override
            public @Nullable ExchangeState find(UUID exchangeId) {
                return exchangeId.equals(EXCHANGE) ? exchange() : null;
            }

            @Override
            public List<ClockState> clocks(UUID exchangeId) {
                return List.of(clock());
            }
        };
    }

    private static ClockState clock() {
        return new ClockState(
                EXCHANGE,
                "assign-and-inform",
                1,
                CENTRE,
                0,
                AT,
                null,
                AT,
                AT + 1,
                null,
                AT + 2,
                false,
                null,
                AT + 2,
                null,
                List.of(),
                null,
                ClockState.Ladder.NONE);
    }

    public MessageStore messages() {
        JdbcTemplate none = new JdbcTemplate();
        return new MessageStore(none, new ExchangeKeys(none, new MasterKey("none", new byte[16]))) {
            @Override
            public @Nullable Stored find(EntryId entry) {
                return records.get(entry);
            }

            @Override
            public Set<String> endsOfDelivery(EntryId entry) {
                return entry.equals(PARKING) ? Set.of(CENTRE, FIRM) : Set.of();
            }

            @Override
            public List<Stored> ofExchange(UUID exchangeId) {
                return new ArrayList<>(records.values());
            }

            @Override
            public Map<EntryId, JsonObject> bodies(UUID exchangeId, Collection<EntryId> entries) {
                Map<EntryId, JsonObject> bodies = new HashMap<>();
                for (EntryId entry : entries) {
                    JsonObject payload =
                            JsonObject.builder().put("of", entry.toString()).build();
                    bodies.put(entry, JsonObject.of("payload", payload));
                }
                return bodies;
            }

            @Override
            public byte[] receipt(EntryId entry) {
                if (!records.containsKey(entry)) {
                    throw Refusal.notFound();
                }
                return receiptOf(entry);
            }
        };
    }
}
