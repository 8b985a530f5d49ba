package cn.justicehub.hub.share;

import cn.justicehub.hub.problem.Refusal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A few places for work that keeps a processor busy, given to the agencies in turn: however many requests of one agency
 * wait, each other waits for one of them at most. Whoever is alone has all places.
 */
public final class Turns {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Deque<Waiter>> byAgency = new LinkedHashMap<>();
    private final long longestNanos;
    private final Supplier<Refusal> refusal;
    private int free;

    /**
     * Places that are all free.
     *
     * @param places how many there are, at least one
     * @param longest how long a request waits for its turn
     * @param refusal what it is told after that
     */
    public Turns(int places, Duration longest, Supplier<Refusal> refusal) {
        if (places < 1) {
            throw new IllegalArgumentException("at least one place");
        }
        this.free = places;
        this.longestNanos = longest.toNanos();
        this.refusal = refusal;
    }

    private static final class Waiter {

        private final Condition called;
        private boolean placed;

        private Waiter(Condition called) {
            this.called = called;
        }
    }

    /**
     * Does an agency's work when its turn comes, in this thread.
     *
     * @throws Refusal when it does not come in time, or the thread is interrupted
     */
    public <T> T within(String agency, Supplier<T> work) {
        take(agency);
        try {
            return work.get();
        } finally {
            giveBack();
        }
    }

    private void take(String agency) {
        lock.lock();
        try {
            if (free > 0) { // then nobody waits
                free--;
                return;
            }
            Waiter waiter = new Waiter(lock.newCondition());
            byAgency.computeIfAbsent(agency, code -> new ArrayDeque<>()).add(waiter);
            await(agency, waiter);
        } finally {
            lock.unlock();
        }
    }

    private void await(String agency, Waiter waiter) {
        long left = longestNanos;
        try {
            while (!waiter.placed && left > 0) {
                left = waiter.called.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!waiter.placed) {
            leave(agency, waiter);
            throw refusal.get();
        }
    }

    private void leave(String agency, Waiter waiter) {
        byAgency.computeIfPresent(
                agency, (code, waiting) -> waiting.remove(waiter) && waiting.isEmpty() ? null : waiting);
    }

    /** To the first of the agency whose turn it is, which then goes to the end of the line. */
    private void giveBack() {
        lock.lock();
        try {
            Iterator<Map.Entry<String, Deque<Waiter>>> line =
                    byAgency.entrySet().iterator();
            if (!line.hasNext()) {
                free++;
                return;
            }
            Map.Entry<String, Deque<Waiter>> next = line.next();
            String agency = next.getKey();
            Deque<Waiter> waiting = next.getValue();
            line.remove();
            Waiter waiter = waiting.remove();
            if (!waiting.isEmpty()) {
                byAgency.put(agency, waiting);
            }
            waiter.placed = true;
            waiter.called.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Requests that wait now. */
    int waiting() {
        lock.lock();
        try {
            return byAgency.values().stream().mapToInt(Deque::size).sum();
        } finally {
            lock.unlock();
        }
    }
}
