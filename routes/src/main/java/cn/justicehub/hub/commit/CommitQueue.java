package cn.justicehub.hub.commit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One queue for each lane, served round-robin, each with its own bound: who floods waits alone. What nobody waits for
 * lingers a little, so that much of it costs one commit; what somebody waits for takes it along at once.
 */
final class CommitQueue {

    /**
     * An entry and who waits for it.
     *
     * @param patient whether it is the hub's own: it may linger, and is not refused for the length of the queue
     */
    record Waiting(Entry entry, CompletableFuture<CommitResult> result, boolean patient) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notEmpty = lock.newCondition();
    private final LinkedHashMap<String, Deque<Waiting>> byLane = new LinkedHashMap<>();
    private final int bound;
    private final long lingerNanos;
    private int size;
    private int impatient;
    private long since;

    /**
     * An empty queue.
     *
     * @param bound entries one lane may have waiting
     * @param linger how long what is patient waits for more
     */
    CommitQueue(int bound, Duration linger) {
        this.bound = bound;
        this.lingerNanos = linger.toNanos();
    }

    /** Adds an entry; false when its lane has too many waiting. */
    boolean offer(Waiting waiting) {
        lock.lock();
        try {
            Deque<Waiting> queue = byLane.computeIfAbsent(waiting.entry().lane(), lane -> new ArrayDeque<>());
            if (!waiting.patient() && queue.size() >= bound) {
                return false;
            }
            queue.add(waiting);
            since = size == 0 ? System.nanoTime() : since;
            size++;
            impatient += waiting.patient() ? 0 : 1;
            notEmpty.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return size;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes entries, one of each lane in turn; waits until there is one or the time is over, and when all are patient, a
     * little for more.
     *
     * @param most how many at most
     * @param share how many of one lane at most
     */
    List<Waiting> take(int most, int share, long waitMillis) throws InterruptedException {
        lock.lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(waitMillis);
            while (size == 0 && nanos > 0) {
                nanos = notEmpty.awaitNanos(nanos);
            }
            linger(most);
            List<Waiting> group = new ArrayList<>();
            for (int round = 0; round < share && group.size() < most && size > 0; round++) {
                takeRound(group, most);
            }
            return group;
        } finally {
            lock.unlock();
        }
    }

    private void linger(int most) throws InterruptedException {
        long left = since + lingerNanos - System.nanoTime();
        while (size > 0 && impatient == 0 && size < most && left > 0) {
            left = notEmpty.awaitNanos(left);
        }
    }

    /**
     * One entry of each lane; a lane that still has some goes to the end of the line. Whoever is not reached before
     * the group is full keeps its place, and so leads the next one.
     */
    private void takeRound(List<Waiting> group, int most) {
        for (String lane : List.copyOf(byLane.keySet())) {
            if (group.size() == most) {
                return;
            }
            Deque<Waiting> queue = Objects.requireNonNull(byLane.remove(lane));
            Waiting next = queue.remove();
            group.add(next);
            size--;
            impatient -= next.patient() ? 0 : 1;
            if (!queue.isEmpty()) {
                byLane.put(lane, queue);
            }
        }
    }
}
