package cn.justicehub.hub.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.hub.crypto.ExchangeKey;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.receipt.Receipt;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One group is one transaction: what it accepts, repeats and refuses, and what its receipts prove. */
class GroupTransactionTest {

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestLog log;

    @SuppressWarnings("NullAway.Init")
    private ExchangeKey key;

    @BeforeEach
    void open() {
        log = new TestLog(folder);
        key = log.exchangeKeys.create(UUID.randomUUID());
    }

    @AfterEach
    void close() throws IOException {
        log.close();
    }

    private Prepared opening(UUID messageId) {
        return log.prepared("court-01", messageId, key, true, null, "opening");
    }

    private Prepared later(String sender, UUID messageId, String text) {
        return log.prepared(sender, messageId, key, false, null, text);
    }

    private static CommitResult.Accepted accepted(GroupTransaction.Outcome outcome, int number) {
        return (CommitResult.Accepted) outcome.results().get(number);
    }

    @Test
    void oneGroupAcceptsRepeatsRefusesAndActsOnWhatItOpened() throws Exception {
        UUID opening = UUID.randomUUID();
        UUID note = UUID.randomUUID();
        GroupTransaction.Outcome outcome = log.run(
                TestEntry.opens(opening(opening)),
                TestEntry.opens(opening(opening)),
                TestEntry.refused(later("centre-01", UUID.randomUUID(), "no")),
                TestEntry.moves(later("centre-01", note, "noted"), "NOTED"));

        assertThat(outcome.results().get(1)).isEqualTo(new CommitResult.Repeat(new EntryId(1, 0)));
        assertThat(outcome.results().get(2)).isInstanceOf(CommitResult.Refused.class);
        assertThat(accepted(outcome, 0).entry()).isEqualTo(new EntryId(1, 0));
        assertThat(accepted(outcome, 3).entry()).isEqualTo(new EntryId(1, 1));
        assertThat(outcome.head().size()).isEqualTo(2);
        assertThat(log.count("leaf")).isEqualTo(2);
        assertThat(log.count("message")).isEqualTo(2);
        assertThat(log.jdbc.queryForObject("select state from exchange", String.class))
                .isEqualTo("NOTED");
        assertThat(log.verify(accepted(outcome, 0).receipt(), TestLog.body(opening, "opening"))
                        .failures())
                .isEmpty();
        assertThat(log.verify(accepted(outcome, 3).receipt(), TestLog.body(note, "noted"))
                        .failures())
                .isEmpty();
    }

    @Test
    void whatOpensAndEndsInOneGroupKeepsItsBusinessKeyForNobody() throws Exception {
        byte[] businessKey = new byte[32];
        log.run(
                TestEntry.opens(opening(UUID.randomUUID()), businessKey),
                TestEntry.ends(later("court-01", UUID.randomUUID(), "done")));

        assertThat(log.count("business_key")).isZero();

        ExchangeKey again = log.exchangeKeys.create(UUID.randomUUID());
        log.run(TestEntry.opens(log.prepared("court-01", UUID.randomUUID(), again, true, null, "again"), businessKey));

        assertThat(log.jdbc.queryForList("select exchange_id from business_key", UUID.class))
                .containsExactly(again.exchangeId());
    }

    @Test
    void neitherAnAcceptNorItsRepeatIsAnsweredWhileTheStandbyHasNotGotIt() throws Exception {
        Entry opening = TestEntry.opens(opening(UUID.randomUUID()));
        try (MissingStandby missing = MissingStandby.start()) {
            assertThatThrownBy(() -> log.run(opening)).isInstanceOf(UnknownOutcome.class);
            assertThat(log.count("message")).isEqualTo(1);
            assertThatThrownBy(() -> log.run(opening)).isInstanceOf(UnknownOutcome.class);
        }

        assertThat(log.run(opening).results()).containsExactly(new CommitResult.Repeat(new EntryId(1, 0)));
    }

    @Test
    void receiptsChainTheExchangeAndTheSender() throws Exception {
        GroupTransaction.Outcome first = log.run(
                TestEntry.opens(opening(UUID.randomUUID())),
                TestEntry.moves(later("centre-01", UUID.randomUUID(), "a"), "A"));
        GroupTransaction.Outcome second = log.run(
                TestEntry.moves(later("court-01", UUID.randomUUID(), "b"), "B"),
                TestEntry.moves(later("court-01", UUID.randomUUID(), "c"), "C"));

        assertChain(accepted(first, 0), 1, 1, null, null);
        assertChain(accepted(first, 1), 2, 1, "1-0", null);
        assertChain(accepted(second, 0), 3, 2, "1-1", "1-0");
        assertChain(accepted(second, 1), 4, 3, "1-2", "1-2");
    }

    private static void assertChain(
            CommitResult.Accepted accepted,
            long exchangeSeq,
            long senderSeq,
            @Nullable String prevExchangeLeaf,
            @Nullable String prevSenderLeaf)
            throws Exception {
        JsonObject record = TestLog.record(accepted.receipt());
        assertThat(record.number("exchangeSeq")).isEqualTo(exchangeSeq);
        assertThat(record.number("senderSeq")).isEqualTo(senderSeq);
        assertThat(record.string("prevExchangeLeaf")).isEqualTo(prevExchangeLeaf);
        assertThat(record.string("prevSenderLeaf")).isEqualTo(prevSenderLeaf);
    }

    @Test
    void aReceiptIsKeptByteForByteAndVerifiesWhileTheLogGrows() throws Exception {
        UUID messageId = UUID.randomUUID();
        byte[] receipt =
                accepted(log.run(TestEntry.opens(opening(messageId))), 0).receipt();
        for (int i = 0; i < 5; i++) {
            log.run(TestEntry.moves(later("court-01", UUID.randomUUID(), "more"), "S" + i));
        }

        byte[] sealed = Objects.requireNonNull(log.jdbc.queryForObject(
                "select receipt_sealed from message where message_id = ?", byte[].class, messageId));
        assertThat(key.open(ExchangeKey.Purpose.RECEIPT, messageId, sealed)).isEqualTo(receipt);
        assertThat(log.verify(receipt, TestLog.body(messageId, "opening")).ok()).isTrue();
        assertThat(log.verify(receipt, TestLog.body(messageId, "another")).ok()).isFalse();
    }

    @Test
    void aUsedMessageIdWithOtherContentIsRefusedInTheGroupAndAfter() throws Exception {
        UUID messageId = UUID.randomUUID();
        GroupTransaction.Outcome outcome = log.run(
                TestEntry.opens(opening(UUID.randomUUID())),
                TestEntry.moves(later("court-01", messageId, "one"), "ONE"),
                TestEntry.moves(later("court-01", messageId, "other"), "OTHER"));
        GroupTransaction.Outcome after = log.run(TestEntry.moves(later("court-01", messageId, "other"), "OTHER"));

        assertThat(refusal(outcome, 2).status()).isEqualTo(409);
        assertThat(refusal(outcome, 2).violations().get(0).code()).isEqualTo("E-DUP");
        assertThat(refusal(after, 0).violations().get(0).code()).isEqualTo("E-DUP");
        assertThat(log.count("leaf")).isEqualTo(2);
    }

    private static Refusal refusal(GroupTransaction.Outcome outcome, int number) {
        return ((CommitResult.Refused) outcome.results().get(number)).refusal();
    }

    @Test
    void theSameMessageIdOfAnotherSenderIsAnotherMessage() throws Exception {
        UUID messageId = UUID.randomUUID();
        GroupTransaction.Outcome outcome = log.run(
                TestEntry.opens(opening(messageId)), TestEntry.moves(later("centre-01", messageId, "mine"), "X"));

        assertThat(accepted(outcome, 1).entry()).isEqualTo(new EntryId(1, 1));
    }

    @Test
    void aSequenceNumberNamesOneMessage() throws Exception {
        UUID first = UUID.randomUUID();
        log.run(TestEntry.opens(log.prepared("court-01", first, key, true, 7L, "opening")));
        GroupTransaction.Outcome outcome = log.run(
                TestEntry.moves(log.prepared("court-01", UUID.randomUUID(), key, false, 7L, "other"), "X"),
                TestEntry.moves(log.prepared("centre-01", UUID.randomUUID(), key, false, 7L, "own"), "Y"),
                TestEntry.moves(log.prepared("centre-01", UUID.randomUUID(), key, false, 7L, "again"), "Z"),
                TestEntry.opens(log.prepared("court-01", first, key, true, 7L, "opening")));

        assertThat(refusal(outcome, 0).violations().get(0).code()).isEqualTo("E-SEQ");
        assertThat(outcome.results().get(1)).isInstanceOf(CommitResult.Accepted.class);
        assertThat(refusal(outcome, 2).violations().get(0).code()).isEqualTo("E-SEQ");
        assertThat(outcome.results().get(3)).isInstanceOf(CommitResult.Repeat.class);
    }

    @Test
    void aGroupThatAcceptsNothingChangesNothing() throws Exception {
        Head before = log.lockedHead();
        GroupTransaction.Outcome outcome = log.run(
                TestEntry.refused(opening(UUID.randomUUID())), TestEntry.moves(opening(UUID.randomUUID()), "X"));

        assertThat(outcome.head()).isEqualTo(before);
        assertThat(log.lockedHead()).isEqualTo(before);
        assertThat(log.count("message_key")).isZero();
    }

    @Test
    void acceptanceNeverRunsBackwards() throws Exception {
        byte[] first = accepted(log.run(TestEntry.opens(opening(UUID.randomUUID()))), 0)
                .receipt();
        log.businessNow = TestLog.NOW.minus(Duration.ofDays(3));
        byte[] second = accepted(log.run(TestEntry.moves(later("court-01", UUID.randomUUID(), "later"), "X")), 0)
                .receipt();

        assertThat(Receipt.parse(second).acceptedAt())
                .isEqualTo(Receipt.parse(first).acceptedAt())
                .isEqualTo(TestLog.NOW.toEpochMilli());
    }

    @Test
    void warningsStandInTheReceipt() throws Exception {
        Prepared prepared = opening(UUID.randomUUID());
        byte[] receipt = accepted(
                        log.run(new TestEntry(
                                prepared,
                                (view, at) ->
                                        TestEntry.opening(prepared.exchangeId(), at, List.of("E-LATE", "E-JURIS")))),
                        0)
                .receipt();

        assertThat(Receipt.parse(receipt).warnings()).containsExactly("E-LATE", "E-JURIS");
        assertThat(Receipt.parse(receipt).durability()).isEqualTo("single-node");
        assertThat(log.verify(receipt, null).failures()).isEmpty();
    }

    @Test
    void whoFetchesHasItAtCommit() throws Exception {
        log.run(TestEntry.opens(opening(UUID.randomUUID())));

        assertThat(log.jdbc.queryForMap("select delivery_id, mode, state, received_at from delivery"))
                .containsEntry("delivery_id", "1-0-centre-01")
                .containsEntry("mode", "PULL")
                .containsEntry("state", "AVAILABLE")
                .containsEntry("received_at", TestLog.NOW.toEpochMilli());
    }

    @Test
    void aDatabaseThatWentBackIsNotSignedOn() throws Exception {
        log.run(TestEntry.opens(opening(UUID.randomUUID())));
        Head before = log.lockedHead();
        log.run(TestEntry.moves(later("court-01", UUID.randomUUID(), "lost"), "LOST"));
        log.jdbc.update(
                "update head set size = ?, edge_sha256 = ?, edge_sm3 = ?",
                before.size(),
                before.sha256().encode(),
                before.sm3().encode());

        assertThatThrownBy(() -> log.run(TestEntry.moves(later("court-01", UUID.randomUUID(), "x"), "X")))
                .isInstanceOf(WentBack.class);
    }

    @Test
    void aClockThatIsOffByMoreThanFiveSecondsStops() throws Exception {
        for (Duration off : List.of(Duration.ofSeconds(7), Duration.ofSeconds(-7))) {
            log.skew = off;
            assertThatThrownBy(() -> log.lockedHead()).isInstanceOf(ClockSkew.class);
        }
        log.skew = Duration.ofSeconds(3);
        assertThat(log.lockedHead().size()).isZero();
    }

    /** Brings a definition in force, and notes which set it found. */
    private record Activates(Prepared prepared, List<Integer> found) implements Entry {

        @Override
        public boolean seesDefinitions() {
            return true;
        }

        @Override
        public Effect decide(GroupView view, EntryId entry, long at) {
            found.add(view.definitions());
            Effect effect = TestEntry.opening(prepared.exchangeId(), at, List.of());
            return new Effect(
                    effect.exchange(), List.of(), Map.of(), List.of(), null, null, null, List.of("digest " + entry));
        }
    }

    @Test
    void anEntrySeesTheDefinitionsThatAreInForceUnderTheLock() throws Exception {
        List<Integer> found = new ArrayList<>();

        log.run(new Activates(opening(UUID.randomUUID()), found));
        log.run(
                new Activates(later("court-01", UUID.randomUUID(), "second"), found),
                new TestEntry(later("court-01", UUID.randomUUID(), "same group"), (view, at) -> {
                    found.add(view.definitions());
                    throw Refusal.notFound();
                }));

        assertThat(found).containsExactly(0, 1, 2);
        assertThat(log.jdbc.queryForObject("select revision from active_set", Integer.class))
                .isEqualTo(2);
    }

    @Test
    void aBadRowTakesTheWholeTransactionWithIt() throws Exception {
        assertThatThrownBy(() -> log.run(
                        TestEntry.opens(opening(UUID.randomUUID())),
                        new TestEntry(
                                later("court-01", UUID.randomUUID(), "bad"),
                                (view, at) -> TestEntry.opening(key.exchangeId(), at, List.of("\0")))))
                .isInstanceOf(SQLException.class);

        assertThat(log.count("leaf")).isZero();
        assertThat(log.count("exchange")).isZero();
    }
}
