package cn.justicehub.hub.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Lets a client's secrets be checked one by one, and only so many wrong ones a minute of each source: a source is a client
 * and the network the request came from, so that nobody is counted out by what others guess from elsewhere. However many
 * sources guess at one client, they take one place among all checks, and only so many of them wait for it.
 */
final class Guesses {

    /** Wrong secrets a minute. */
    static final int WRONG = 10;

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int QUEUE = 8;
    private static final int CLIENT_QUEUE = 4 * QUEUE;
    private static final int MOST = 10_000;

    private final Duration patience;
    private final Cache<String, Source> sources =
            Caffeine.newBuilder().expireAfterWrite(WINDOW).maximumSize(MOST).build();
    private final Cache<String, Semaphore> clients =
            Caffeine.newBuilder().weakValues().build();

    /** @param patience how long a check waits for the one before it */
    Guesses(Duration patience) {
        this.patience = patience;
    }

    /** What one source did since it first came, for at most a minute. */
    private record Source(Semaphore turn, AtomicInteger wrong) {

        Source() {
            this(new Semaphore(1, true), new AtomicInteger());
        }
    }

    /**
     * Checks when it is the source's turn, and then the client's.
     *
     * @param client hash of the client's secret
     * @param network where the request came from
     * @return what the check says
     * @throws TooManyChecks when the source has guessed wrong too often, or too many checks wait
     */
    boolean oneByOne(String client, String network, BooleanSupplier check) {
        Source source = sources.get(client + " " + network, unknown -> new Source());
        return inTurn(source.turn(), QUEUE, () -> {
            if (source.wrong().get() >= WRONG) {
                throw TooManyChecks.ofOne(WINDOW);
            }
            boolean right = inTurn(clients.get(client, unknown -> new Semaphore(1, true)), CLIENT_QUEUE, check);
            if (!right) {
                source.wrong().incrementAndGet();
            }
            return right;
        });
    }

    private boolean inTurn(Semaphore turn, int queue, BooleanSupplier check) {
        if (turn.getQueueLength() >= queue || !acquired(turn)) {
            throw TooManyChecks.ofOne(patience);
        }
        try {
            return check.getAsBoolean();
        } finally {
            turn.release();
        }
    }

    private boolean acquired(Semaphore turn) {
        try {
            return turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
