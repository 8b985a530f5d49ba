package cn.justicehub.hub.commit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.hub.crypto.ExchangeKey;
import cn.justicehub.hub.crypto.IndexKey;
import cn.justicehub.ledger.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who floods waits alone. */
class CommitQueueTest {

    private static final int BOUND = 3;
    private static final Duration LONG = Duration.ofHours(1);
    private static final ExchangeKey KEY = new ExchangeKey(new UUID(0, 1), new byte[16], "master-1", new byte[0]);

    private final CommitQueue queue = new CommitQueue(BOUND, LONG);

    private boolean offer(String sender) {
        return queue.offer(waiting(sender, false));
    }

    private static CommitQueue.Waiting waiting(String sender, boolean patient) {
        Prepared prepared = new RecordPreparation(new IndexKey("index-1", new byte[32]))
                .prepare(
                        RecordDraft.ofHub(
                                RecordDraft.Kind.MESSAGE,
                                "small",
                                "0".repeat(64),
                                "note",
                                KEY.exchangeId(),
                                UUID.randomUUID(),
                                sender,
                                JsonObject.builder().build()),
                        KEY,
                        false);
        return new CommitQueue.Waiting(TestEntry.refused(prepared), new CompletableFuture<>(), patient);
    }

    private List<String> take(int most) throws InterruptedException {
        return queue.take(most, most, 0).stream()
                .map(waiting -> waiting.entry().prepared().sender())
                .toList();
    }

    @Test
    void aFloodIsRefusedAtItsBoundAndNobodyElse() {
        for (int i = 0; i < BOUND; i++) {
            assertThat(offer("flood")).isTrue();
        }

        assertThat(offer("flood")).isFalse();
        assertThat(offer("calm")).isTrue();
        assertThat(queue.size()).isEqualTo(BOUND + 1);
    }

    @Test
    void theHubItselfIsNotBounded() {
        for (int i = 0; i < BOUND; i++) {
            offer("hub");
        }

        assertThat(queue.offer(waiting("hub", true))).isTrue();
        assertThat(offer("hub")).isFalse();
    }

    @Test
    void aLaneIsNotItsSendersUnlessItSaysNothing() {
        for (int i = 0; i < BOUND; i++) {
            offer("hub");
        }
        CommitQueue.Waiting another = waiting("hub", false);
        Entry inALane = new Entry() {
            @Override
            public Prepared prepared() {
                return another.entry().prepared();
            }

            @Override
            public String lane() {
                return "to centre-01";
            }

            @Override
            public Effect decide(GroupView view, EntryId entry, long at) {
                return another.entry().decide(view, entry, at);
            }
        };

        assertThat(queue.offer(new CommitQueue.Waiting(inALane, new CompletableFuture<>(), false)))
                .isTrue();
    }

    @Test
    void sendersAreServedInTurn() throws InterruptedException {
        offer("flood");
        offer("flood");
        offer("flood");
        offer("one");
        offer("two");

        assertThat(take(2)).containsExactly("flood", "one");
        assertThat(take(2)).containsExactly("two", "flood");
        assertThat(take(2)).containsExactly("flood");
        assertThat(queue.size()).isZero();
    }

    @Test
    void nobodyHasMoreThanItsShareOfAGroup() throws InterruptedException {
        offer("flood");
        offer("flood");
        offer("flood");
        offer("one");

        assertThat(queue.take(9, 2, 0)).hasSize(3);
        assertThat(take(9)).containsExactly("flood");
    }

    @Test
    void whoWasLeftOutOfAGroupLeadsTheNext() throws InterruptedException {
        offer("a");
        offer("a");
        offer("b");
        offer("b");
        offer("c");

        assertThat(take(1)).containsExactly("a");
        assertThat(take(1)).containsExactly("b");
        assertThat(take(1)).containsExactly("c");
        assertThat(take(9)).containsExactly("a", "b");
    }

    @Test
    void aSendersOwnOrderIsKept() throws InterruptedException {
        CommitQueue.Waiting first = waiting("a", false);
        CommitQueue.Waiting second = waiting("a", false);
        queue.offer(first);
        queue.offer(second);

        assertThat(queue.take(9, 9, 0)).containsExactly(first, second);
    }

    @Test
    void roomIsMadeByTaking() throws InterruptedException {
        for (int i = 0; i < BOUND; i++) {
            offer("flood");
        }
        take(1);

        assertThat(offer("flood")).isTrue();
    }

    @Test
    void whatIsPatientGathersUntilThereIsEnough() throws Exception {
        queue.offer(waiting("hub", true));
        CompletableFuture<List<String>> taken = CompletableFuture.supplyAsync(() -> taken(2));

        assertThat(taken).isNotDone();
        queue.offer(waiting("hub", true));

        assertThat(taken.get(10, TimeUnit.SECONDS)).containsExactly("hub", "hub");
    }

    @Test
    void whatSomebodyWaitsForTakesItAlong() throws Exception {
        queue.offer(waiting("hub", true));
        CompletableFuture<List<String>> taken = CompletableFuture.supplyAsync(() -> taken(9));
        queue.offer(waiting("court", false));

        assertThat(taken.get(10, TimeUnit.SECONDS)).containsExactly("hub", "court");
        queue.offer(waiting("hub", true));
        assertThat(queue.size()).isEqualTo(1);
    }

    @Test
    void lingeringEnds() throws Exception {
        CommitQueue brief = new CommitQueue(BOUND, Duration.ofMillis(1));
        brief.offer(waiting("hub", true));

        assertThat(brief.take(9, 9, 0)).hasSize(1);
    }

    private List<String> taken(int most) {
        try {
            return take(most);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nothingAfterTheWait() throws InterruptedException {
        assertThat(queue.take(9, 9, 1)).isEmpty();
    }
}
