package cn.justicehub.hub.commit;

import cn.justicehub.hub.crypto.ExchangeKey;
import cn.justicehub.hub.crypto.ExchangeKeys;
import cn.justicehub.hub.crypto.IndexKey;
import cn.justicehub.hub.crypto.MasterKey;
import cn.justicehub.hub.database.SharedDatabase;
import cn.justicehub.hub.keys.LogKeys;
import cn.justicehub.hub.time.BusinessClock;
import cn.justicehub.ledger.json.JsonArray;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.note.Ed25519NoteSigner;
import cn.justicehub.ledger.note.NoteSigner;
import cn.justicehub.ledger.note.Sm2NoteSigner;
import cn.justicehub.ledger.receipt.Keyring;
import cn.justicehub.ledger.receipt.KeyringFault;
import cn.justicehub.ledger.receipt.Options;
import cn.justicehub.ledger.receipt.Receipt;
import cn.justicehub.ledger.receipt.ReceiptFault;
import cn.justicehub.ledger.receipt.ReceiptVerifier;
import cn.justicehub.ledger.receipt.Verdict;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** A log on tables of its own: groups run by hand, or a committer on top. */
final class TestLog implements AutoCloseable {

    static final String NAME = "hub.test";
    static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final LogKeys KEYS = keys();

    final DataSource source = SharedDatabase.fresh();
    final JdbcTemplate jdbc = new JdbcTemplate(source);
    final ExchangeKeys exchangeKeys = new ExchangeKeys(jdbc, new MasterKey("master-1", new byte[16]));
    final HeadSigner signer = new NoteHeadSigner(KEYS);
    final HeadFile headFile;
    volatile Instant businessNow = NOW;
    volatile Duration skew = Duration.ZERO;
    volatile boolean durable = true;

    private final RecordPreparation records = new RecordPreparation(new IndexKey("index-1", new byte[32]));
    private final HeadRow headRow;
    private final BusinessClock clock = () -> businessNow;

    TestLog(Path folder) {
        headFile = new HeadFile(folder.resolve("head"));
        InstantSource realTime = () -> Instant.now().plus(skew);
        headRow = new HeadRow(new HeadGuard(headFile), realTime);
        new LogOpening(jdbc, KEYS, signer, clock).open();
    }

    private static LogKeys keys() {
        String origin = NAME + "/log/1";
        NoteSigner sha256 = Ed25519NoteSigner.generate(origin, RANDOM);
        NoteSigner sm3 = Sm2NoteSigner.generate(origin + "/sm3", RANDOM);
        return new LogKeys() {
            @Override
            public String name() {
                return NAME;
            }

            @Override
            public NoteSigner sha256(String wanted) {
                return sha256;
            }

            @Override
            public NoteSigner sm3(String wanted) {
                return sm3;
            }
        };
    }

    /** A committer on this log; close it before the log. */
    Committer committer(CommitSettings settings) {
        return new Committer(
                source,
                clock,
                signer,
                headRow,
                headFile,
                probe(),
                settings,
                new CommitMetrics(new SimpleMeterRegistry()));
    }

    /** The real one, which also takes the test's word for it that the database is not durable. */
    private DurabilityProbe probe() {
        return new DurabilityProbe() {
            @Override
            synchronized String of(Connection connection) throws SQLException {
                if (!durable) {
                    throw new NotDurable();
                }
                return super.of(connection);
            }
        };
    }

    /** Runs one group, as the committer does. */
    GroupTransaction.Outcome run(Entry... entries) throws SQLException, IOException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            GroupTransaction.Outcome outcome = GroupTransaction.run(
                    connection, headRow, signer, DurabilityProbe.SINGLE_NODE, clock, List.of(entries));
            headFile.note(outcome.head());
            return outcome;
        }
    }

    Head lockedHead() throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            Head head = headRow.lock(connection);
            connection.rollback();
            return head;
        }
    }

    /** What an agency says in an exchange whose key is known; the text is its payload. */
    Prepared prepared(
            String sender, UUID messageId, ExchangeKey key, boolean opens, @Nullable Long sequenceNo, String text) {
        JsonObject payload = JsonObject.builder().put("text", text).build();
        return records.prepare(
                new RecordDraft(
                        RecordDraft.Kind.MESSAGE,
                        "small",
                        "0".repeat(64),
                        opens ? "ask" : "note",
                        opens ? null : key.exchangeId(),
                        messageId,
                        sender,
                        null,
                        sequenceNo,
                        payload,
                        JsonArray.of(),
                        body(messageId, text),
                        null),
                key,
                opens);
    }

    static byte[] body(UUID messageId, String text) {
        return ("{\"messageId\":\"" + messageId + "\",\"payload\":{\"text\":\"" + text + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    Verdict verify(byte[] receipt, byte @Nullable [] body) throws KeyringFault {
        List<String> lines = jdbc.queryForList(
                "select json_build_object('vkey', vkey, 'origin', origin, 'fromSize', from_size)::text from log_key",
                String.class);
        Keyring keyring = Keyring.parse(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        return ReceiptVerifier.verify(receipt, body, keyring, Options.both());
    }

    static JsonObject record(byte[] receipt) throws ReceiptFault {
        return (JsonObject)
                Objects.requireNonNull(Receipt.parse(receipt).opening().get("record"));
    }

    long count(String table) {
        return Objects.requireNonNull(jdbc.queryForObject("select count(*) from " + table, Long.class));
    }

    @Override
    public void close() throws IOException {
        headFile.close();
    }
}
