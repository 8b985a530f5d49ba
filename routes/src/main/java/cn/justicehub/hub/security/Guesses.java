package cn.justicehub.hub.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Lets one source check a client's secrets one by one, and only so many wrong ones a minute. A source is a client's hash
 * and the address the request came from, so that nobody is counted out by what others guess from elsewhere.
 */
final class Guesses {

    /** Wrong secrets a minute. */
    static final int WRONG = 10;

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int QUEUE = 8;
    private static final int MOST = 10_000;

    private final Duration patience;
    private final Cache<String, Source> sources =
            Caffeine.newBuilder().expireAfterWrite(WINDOW).maximumSize(MOST).build();

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
     * Checks when it is the source's turn.
     *
     * @return what the check says
     * @throws TooManyChecks when the source has guessed wrong too often, or too many of its checks wait
     */
    boolean oneByOne(String name, BooleanSupplier check) {
        Source source = sources.get(name, unknown -> new Source());
        if (source.turn().getQueueLength() >= QUEUE || !acquired(source.turn())) {
            throw TooManyChecks.ofOne(patience);
        }
        try {
            if (source.wrong().get() >= WRONG) {
                throw TooManyChecks.ofOne(WINDOW);
            }
            boolean right = check.getAsBoolean();
            if (!right) {
                source.wrong().incrementAndGet();
            }
            return right;
        } finally {
            source.turn().release();
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
