package cn.justicehub.hub.intake;

import cn.justicehub.api.loading.BuiltInTypes;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.commit.LogStanding;
import cn.justicehub.hub.commit.MemoryCommitter;
import cn.justicehub.hub.commit.MessageDigests;
import cn.justicehub.hub.commit.NotAccepting;
import cn.justicehub.hub.commit.RecordPreparation;
import cn.justicehub.hub.crypto.ExchangeKeys;
import cn.justicehub.hub.crypto.IndexKey;
import cn.justicehub.hub.crypto.MasterKey;
import cn.justicehub.hub.engine.ClockKeeper;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.read.Exchanges;
import cn.justicehub.hub.read.MessageStore;
import cn.justicehub.hub.security.Caller;
import cn.justicehub.hub.testing.FakeCatalogue;
import cn.justicehub.hub.time.BusinessClock;
import cn.justicehub.hub.time.CalendarFiles;
import cn.justicehub.hub.time.StatutoryClock;
import cn.justicehub.ledger.json.Jcs;
import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonFault;
import cn.justicehub.ledger.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The steps of intake with nothing behind them: real checks, stores in memory. */
final class Notices {

    static final Instant NOW = Instant.parse("2026-11-19T02:00:00Z");

    final MemoryCommitter committer = new MemoryCommitter(NOW.toEpochMilli());
    final Map<UUID, MessageStore.Known> known = new HashMap<>();
    boolean noted = true;

    private final LogStanding standing = new LogStanding() {
        @Override
        public @Nullable NotAccepting notAccepting() {
            return null;
        }

        @Override
        public boolean noted(EntryId entry) {
            return noted;
        }
    };

    private final FakeCatalogue catalogue = new FakeCatalogue();
    private final BusinessClock clock = () -> NOW;
    private final IndexKey indexKey = new IndexKey("index-1", new byte[32]);
    private final JdbcTemplate noDatabase = new JdbcTemplate();
    private final ExchangeKeys keys = new ExchangeKeys(noDatabase, new MasterKey("master-1", new byte[16]));

    private final MessageStore messages = new MessageStore(noDatabase, keys) {
        @Override
        public @Nullable Known known(String sender, UUID messageId) {
            return known.get(messageId);
        }

        @Override
        public byte[] receipt(EntryId entry) {
            return ("first " + entry).getBytes(StandardCharsets.UTF_8);
        }
    };

    private final Exchanges noExchanges = new Exchanges(noDatabase) {
        @Override
        public @Nullable ExchangeState find(UUID exchangeId) {
            return null;
        }

        @Override
        public @Nullable UUID openWith(String type, List<byte[]> businessKeys) {
            return null;
        }
    };

    Reading reading() {
        return new Reading(messages, indexKey, new OpeningActs(catalogue), standing);
    }

    Gate gate() {
        return new Gate(catalogue, noExchanges);
    }

    Checks checks() {
        return new Checks(catalogue, new SenderSignatures(() -> NOW), clock);
    }

    Preparer preparer() {
        ClockKeeper keeper = new ClockKeeper(new StatutoryClock(CalendarFiles.builtIn()));
        return new Preparer(keys, indexKey, new RecordPreparation(indexKey), catalogue, keeper);
    }

    InTurn inTurn() {
        return new InTurn(checks(), preparer());
    }

    Commit commit() {
        return new Commit(committer, new Again(preparer(), noExchanges), new Answers(messages));
    }

    /** The message is durable already, with the content that this act has. */
    void alreadyAccepted(Incoming incoming, UUID messageId) {
        Read read = reading().read(incoming);
        byte[] content = MessageDigests.content(
                indexKey,
                incoming.type(),
                incoming.act() == null ? "submit" : incoming.act(),
                incoming.exchangeId(),
                Objects.requireNonNull(read.envelope().payload()),
                read.envelope().attachments());
        known.put(messageId, new MessageStore.Known(content, "index-1", new EntryId(1, 41).number()));
    }

    static Incoming by(String agency, byte[] body) {
        return new Incoming("defence-notice", null, null, new Caller(agency, Set.of(Caller.WRITE)), body);
    }

    /** The body of a notice as the definition's example has it. */
    static byte[] body(UUID messageId, String example) {
        return body(messageId, payload(example));
    }

    static byte[] body(UUID messageId, String payload, List<String> more) {
        return ("{\"messageId\":\"" + messageId + "\",\"schemaVersion\":1,\"sentAt\":\"2026-11-19T10:00:00+08:00\","
                        + String.join(",", more) + (more.isEmpty() ? "" : ",") + "\"payload\":" + payload + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] body(UUID messageId, JsonObject payload) {
        return body(messageId, new String(Jcs.encode(payload), StandardCharsets.UTF_8), List.of());
    }

    private static JsonObject payload(String example) {
        byte[] bytes = Objects.requireNonNull(
                BuiltInTypes.content("defence-notice").bytes("examples/accept/" + example + ".json"));
        try {
            return (JsonObject) Objects.requireNonNull(((JsonObject) Json.parse(bytes)).get("payload"));
        } catch (JsonFault fault) {
            throw new AssertionError(fault);
        }
    }
}
