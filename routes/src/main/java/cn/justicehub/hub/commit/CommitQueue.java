package cn.justicehub.hub.commit;

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

/** One queue for each lane, served round-robin, each with its own bound: who floods waits alone. */
final class CommitQueue {

    /** An entry and who waits for it. */
    record Waiting(Entry entry, CompletableFuture<CommitResult> result) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notEmpty = lock.newCondition();
    private final LinkedHashMap<String, Deque<Waiting>> byLane = new LinkedHashMap<>();
    private final int bound;
    private int size;

    /**
     * An empty queue.
     *
     * @param bound entries one lane may have waiting
     */
    CommitQueue(int bound) {
        this.bound = bound;
    }

    /** Adds an entry; false when its lane has too many waiting. */
    boolean offer(Waiting waiting, boolean bounded) {
        lock.lock();
        try {
            Deque<Waiting> queue = byLane.computeIfAbsent(waiting.entry().lane(), lane -> new ArrayDeque<>());
            if (bounded && queue.size() >= bound) {
                return false;
            }
            queue.add(waiting);
            size++;
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

    /** Takes up to so many entries, one of each lane in turn; waits until there is one or the time is over. */
    List<Waiting> take(int most, long waitMillis) throws InterruptedException {
        lock.lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(waitMillis);
            while (size == 0 && nanos > 0) {
                nanos = notEmpty.awaitNanos(nanos);
            }
            List<Waiting> group = new ArrayList<>();
            while (group.size() < most && size > 0) {
                takeRound(group, most);
            }
            return group;
        } finally {
            lock.unlock();
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
            group.add(queue.remove());
            size--;
            if (!queue.isEmpty()) {
                byLane.put(lane, queue);
            }
        }
    }
}
