package cn.justicehub.hub.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.justicehub.hub.crypto.ExchangeKey;
import cn.justicehub.hub.problem.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queue, groups and failures of the committer, on a real database. */
class CommitterTest {

    private static final CommitSettings SETTINGS = new CommitSettings(256, 256, 3, Duration.ZERO);

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private TestLog log;

    @SuppressWarnings("NullAway.Init")
    private Committer committer;

    @BeforeEach
    void open() {
        log = new TestLog(folder);
        committer = log.committer(SETTINGS);
    }

    @AfterEach
    void close() throws IOException, InterruptedException {
        committer.close();
        log.close();
    }

    private TestEntry opens(String sender) {
        ExchangeKey key = log.exchangeKeys.create(UUID.randomUUID());
        return TestEntry.opens(log.prepared(sender, UUID.randomUUID(), key, true, null, "opening"));
    }

    /** An entry that holds the committer inside its transaction until released, so that what follows is one group. */
    private TestEntry holds(CountDownLatch entered, CountDownLatch released) {
        TestEntry entry = opens("holder");
        return new TestEntry(entry.prepared(), (view, at) -> {
            entered.countDown();
            waitFor(released);
            return entry.meaning().decide(view, at);
        });
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static CommitResult get(CompletableFuture<CommitResult> submitted) {
        return submitted.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private static Refusal refusal(CommitResult result) {
        return ((CommitResult.Refused) result).refusal();
    }

    @Test
    void aReceiptThatLeftIsDurableAndVerifies() throws Exception {
        TestEntry entry = opens("court-01");
        CommitResult.Accepted accepted = (CommitResult.Accepted) get(committer.submit(entry));

        assertThat(log.verify(accepted.receipt(), TestLog.body(entry.prepared().messageId(), "opening"))
                        .failures())
                .isEmpty();
        assertThat(log.headFile.last()).isEqualTo(log.lockedHead());
        assertThat(get(committer.submit(entry))).isEqualTo(new CommitResult.Repeat(accepted.entry()));
    }

    @Test
    void oneBadRowFailsAlone() {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        CompletableFuture<CommitResult> holder = committer.submit(holds(entered, released));
        waitFor(entered);
        TestEntry bad = opens("court-02");
        List<CompletableFuture<CommitResult>> group = new ArrayList<>();
        group.add(committer.submit(opens("court-01")));
        group.add(committer.submit(new TestEntry(
                bad.prepared(), (view, at) -> TestEntry.opening(bad.prepared().exchangeId(), at, List.of("\0")))));
        group.add(committer.submit(opens("court-03")));
        released.countDown();

        assertThat(get(holder)).isInstanceOf(CommitResult.Accepted.class);
        assertThat(get(group.get(0))).isInstanceOf(CommitResult.Accepted.class);
        assertThat(refusal(get(group.get(1))).status()).isEqualTo(503);
        assertThat(get(group.get(2))).isInstanceOf(CommitResult.Accepted.class);
        assertThat(log.count("leaf")).isEqualTo(3);
    }

    @Test
    void anEntryThatBreaksFailsAlone() {
        TestEntry broken = new TestEntry(opens("court-01").prepared(), (view, at) -> {
            throw new IllegalStateException("broken");
        });

        assertThat(refusal(get(committer.submit(broken))).status()).isEqualTo(503);
        assertThat(get(committer.submit(opens("court-01")))).isInstanceOf(CommitResult.Accepted.class);
    }

    @Test
    void aFloodIsRefusedAndOthersAreServed() {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        committer.submit(holds(entered, released));
        waitFor(entered);
        List<CompletableFuture<CommitResult>> waiting = new ArrayList<>();
        for (int i = 0; i < SETTINGS.queue(); i++) {
            waiting.add(committer.submit(opens("flood")));
        }

        assertThatThrownBy(() -> committer.submit(opens("flood"))).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(503);
            assertThat(refusal.retryAfter()).isPositive();
            assertThat(refusal.violations().get(0).retryable()).isTrue();
        });
        waiting.add(committer.submit(opens("calm")));
        assertThat(committer.waiting()).isEqualTo(SETTINGS.queue() + 1);
        released.countDown();

        assertThat(waiting).allSatisfy(one -> assertThat(get(one)).isInstanceOf(CommitResult.Accepted.class));
    }

    @Test
    void closingCommitsWhatWaitsAndTakesNothingNew() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        committer.submit(holds(entered, released));
        waitFor(entered);
        CompletableFuture<CommitResult> waits = committer.submit(opens("court-01"));
        Thread closing = new Thread(() -> {
            try {
                committer.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        closing.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> refusesNew());
        released.countDown();
        closing.join(20_000);

        assertThat(waits).isCompletedWithValueMatching(CommitResult.Accepted.class::isInstance);
        assertThat(closing.isAlive()).isFalse();
    }

    private boolean refusesNew() {
        try {
            committer.submit(opens("late"));
            return false;
        } catch (Refusal refusal) {
            return refusal.getMessage() != null && refusal.getMessage().contains("shutting down");
        }
    }

    @Test
    void aClockThatIsOffStopsAcceptingUntilItIsRight() {
        log.skew = Duration.ofSeconds(9);
        Refusal refusal = refusal(get(committer.submit(opens("court-01"))));
        assertThat(refusal.status()).isEqualTo(503);
        assertThat(committer.notAccepting()).isInstanceOf(ClockSkew.class);

        log.skew = Duration.ZERO;

        assertThat(get(committer.submit(opens("court-01")))).isInstanceOf(CommitResult.Accepted.class);
        assertThat(committer.notAccepting()).isNull();
    }

    @Test
    void aDatabaseThatIsNotDurableStaysRefusedHoweverOftenItIsLookedAt() {
        log.durable = false;
        assertThat(refusal(get(committer.submit(opens("court-01")))).status()).isEqualTo(503);
        assertThat(committer.notAccepting()).isInstanceOf(NotDurable.class);

        committer.look();

        assertThat(committer.notAccepting()).isInstanceOf(NotDurable.class);
        log.durable = true;
        committer.look();
        assertThat(committer.notAccepting()).isNull();
        assertThat(get(committer.submit(opens("court-01")))).isInstanceOf(CommitResult.Accepted.class);
    }

    @Test
    void aDatabaseThatIsNoMoreDurableIsKnownBeforeAMessageComes() {
        log.durable = false;

        committer.look();

        assertThat(committer.notAccepting()).isInstanceOf(NotDurable.class);
    }

    @Test
    void nothingIsCommittedWhileTheHeadFileCannotBeWritten() throws Exception {
        get(committer.submit(opens("court-01")));
        Path head = folder.resolve("head");
        log.headFile.close();
        Files.delete(head);
        Files.createDirectory(head);
        assertThat(refusal(get(committer.submit(opens("court-01")))).status()).isEqualTo(503);
        assertThat(committer.notAccepting()).isInstanceOf(HeadNotNoted.class);
        long committed = log.count("leaf");

        assertThat(refusal(get(committer.submit(opens("court-02")))).status()).isEqualTo(503);
        committer.look();
        assertThat(refusal(get(committer.submit(opens("court-03")))).status()).isEqualTo(503);
        assertThat(log.count("leaf")).isEqualTo(committed);
        assertThat(committer.notAccepting()).isInstanceOf(HeadNotNoted.class);

        Files.delete(head);
        assertThat(get(committer.submit(opens("court-03")))).isInstanceOf(CommitResult.Accepted.class);
        assertThat(committer.notAccepting()).isNull();
        assertThat(log.headFile.last()).isEqualTo(log.lockedHead());
    }

    @Test
    void aDatabaseThatWentBackStopsAccepting() {
        get(committer.submit(opens("court-01")));
        log.jdbc.update("update head set size = 0, edge_sha256 = ?, edge_sm3 = ?", emptyEdges());

        assertThat(refusal(get(committer.submit(opens("court-01")))).status()).isEqualTo(503);
        assertThat(committer.notAccepting()).isInstanceOf(WentBack.class);
    }

    private static Object[] emptyEdges() {
        Head empty = HeadFileTest.head(0);
        return new Object[] {empty.sha256().encode(), empty.sm3().encode()};
    }
}
