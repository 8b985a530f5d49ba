package cn.justicehub.hub.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.justicehub.hub.problem.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However many of one agency wait, another's turn comes after one of them. */
class TurnsTest {

    private final ExecutorService requests = Executors.newCachedThreadPool();
    private final Turns turns = turns(Duration.ofHours(1));
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void close() {
        gate.countDown();
        requests.shutdownNow();
    }

    private static Turns turns(Duration longest) {
        return new Turns(1, longest, () -> Refusal.unavailable("忙", "busy", Duration.ofSeconds(1)));
    }

    /** Takes the only place until the gate opens. */
    private CompletableFuture<?> occupy(Turns place) {
        CountDownLatch taken = new CountDownLatch(1);
        CompletableFuture<?> occupied = CompletableFuture.runAsync(
                () -> place.within("first", () -> {
                    taken.countDown();
                    return opened();
                }),
                requests);
        await().until(() -> taken.getCount() == 0);
        return occupied;
    }

    private boolean opened() {
        try {
            return gate.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private CompletableFuture<?> wait(String agency, String what) {
        int before = turns.waiting();
        CompletableFuture<?> waiting =
                CompletableFuture.runAsync(() -> turns.within(agency, () -> done.add(what)), requests);
        await().until(() -> turns.waiting() == before + 1);
        return waiting;
    }

    @Test
    void agenciesHaveTheirTurnsHoweverManyWait() {
        CompletableFuture<?> first = occupy(turns);
        CompletableFuture<?> all = CompletableFuture.allOf(
                first,
                wait("flood", "flood 1"),
                wait("flood", "flood 2"),
                wait("flood", "flood 3"),
                wait("calm", "calm 1"),
                wait("other", "other 1"),
                wait("calm", "calm 2"));

        gate.countDown();
        all.join();

        assertThat(done).containsExactly("flood 1", "calm 1", "other 1", "flood 2", "calm 2", "flood 3");
        assertThat(turns.waiting()).isZero();
    }

    @Test
    void aPlaceComesBackFromWorkThatFails() {
        assertThatThrownBy(() -> turns.within("any", () -> {
                    throw new IllegalStateException("work");
                }))
                .hasMessage("work");

        assertThat(turns.within("any", () -> "again")).isEqualTo("again");
    }

    @Test
    void whoWaitsTooLongIsToldAndLeaves() {
        Turns brief = turns(Duration.ofMillis(1));
        CompletableFuture<?> first = occupy(brief);

        assertThatThrownBy(() -> brief.within("late", () -> done.add("never")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("busy");
        assertThat(brief.waiting()).isZero();

        gate.countDown();
        first.join();
        assertThat(brief.within("late", () -> "now")).isEqualTo("now");
        assertThat(done).isEmpty();
    }

    @Test
    void whoIsInterruptedLeavesAndTakesNoPlaceAlong() throws Exception {
        CompletableFuture<?> first = occupy(turns);
        AtomicReference<Throwable> told = new AtomicReference<>();
        Thread waiting = new Thread(() -> {
            try {
                turns.within("gone", () -> done.add("never"));
            } catch (Refusal e) {
                told.set(e);
            }
        });
        waiting.start();
        await().until(() -> turns.waiting() == 1);

        waiting.interrupt();
        waiting.join();

        assertThat(told.get()).isInstanceOf(Refusal.class);
        gate.countDown();
        first.join();
        assertThat(turns.within("next", () -> "served")).isEqualTo("served");
        assertThat(done).isEmpty();
    }

    @Test
    void thereIsAPlace() {
        assertThatThrownBy(() -> new Turns(0, Duration.ZERO, Refusal::notFound))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
