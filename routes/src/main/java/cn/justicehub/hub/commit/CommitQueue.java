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

/** One queue for each sender, served round-robin, each with its own bound: who floods waits alone. */
final class CommitQueue {

    /** An entry and who waits for it. */
    record Waiting(Entry entry, CompletableFuture<CommitResult> result) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notEmpty = lock.newCondition();
    private final LinkedHashMap<String, Deque<Waiting>> bySender = new LinkedHashMap<>();
    private final int bound;
    private int size;

    /**
     * An empty queue.
     *
     * @param bound entries one sender may have waiting
     */
    CommitQueue(int bound) {
        this.bound = bound;
    }

    /** Adds an entry; false when its sender has too many waiting. */
    boolean offer(Waiting waiting, boolean bounded) {
        lock.lock();
        try {
            Deque<Waiting> queue =
                    bySender.computeIfAbsent(waiting.entry().prepared().sender(), s -> new ArrayDeque<>());
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

    /** Takes up to so many entries, one of each sender in turn; waits until there is one or the time is over. */
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
     * One entry of each sender; a sender that still has some goes to the end of the line. Whoever is not reached before
     * the group is full keeps its place, and so leads the next one.
     */
    private void takeRound(List<Waiting> group, int most) {
        for (String sender : List.copyOf(bySender.keySet())) {
            if (group.size() == most) {
                return;
            }
            Deque<Waiting> queue = Objects.requireNonNull(bySender.remove(sender));
            group.add(queue.remove());
            size--;
            if (!queue.isEmpty()) {
                bySender.put(sender, queue);
            }
        }
    }
}
