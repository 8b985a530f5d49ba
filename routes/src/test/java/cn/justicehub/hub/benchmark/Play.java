package cn.justicehub.hub.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** One round: every connection has a thread, which sends the next request that nobody has sent as soon as it has its answer. */
final class Play {

    private static final int SPOT_EVERY = 500;
    private static final int ERROR_TEXT = 300;

    private final Round round;
    private final List<Template> templates;
    private final AtomicInteger next = new AtomicInteger();
    private final Queue<Spot> spots = new ConcurrentLinkedQueue<>();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();

    Play(Round round, List<Template> templates) {
        this.round = round;
        this.templates = templates;
    }

    /** Returns when every connection has its last answer; a connection stops at its first error. */
    Outcome run() throws InterruptedException {
        List<Connection> connections = new ArrayList<>();
        long start = System.nanoTime();
        long end = start + round.most().toNanos();
        for (int i = 0; i < round.connections(); i++) {
            Connection connection = new Connection(start, end);
            connections.add(connection);
            connection.start();
        }
        for (Connection connection : connections) {
            connection.join();
        }
        long nanos = System.nanoTime() - start;
        long[] all = connections.stream()
                .flatMapToLong(one -> Arrays.stream(one.latencies, 0, one.count))
                .sorted()
                .toArray();
        String firstError = errors.isEmpty() ? "" : errors.element();
        return new Outcome(all.length, nanos, quantile(all, 0.5), quantile(all, 0.99), errors.size(), firstError);
    }

    Collection<Spot> spots() {
        return spots;
    }

    private static long quantile(long[] sorted, double q) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * q))];
    }

    private final class Connection extends Thread {

        private final long start;
        private final long end;
        private long[] latencies = new long[4096];
        private int count;

        Connection(long start, long end) {
            this.start = start;
            this.end = end;
        }

        @Override
        public void run() {
            try (HttpLine line = new HttpLine(round.port())) {
                while (System.nanoTime() < end && errors.isEmpty()) {
                    int n = next.getAndIncrement();
                    if (!round.again() && n >= templates.size()) {
                        return;
                    }
                    if (!isDue(n)) {
                        return;
                    }
                    send(line, n);
                }
            } catch (IOException e) {
                errors.add(e.toString());
            }
        }

        /** Waits for the n-th request's turn at the round's pace; false when the round is over before. */
        private boolean isDue(int n) {
            long due = round.pace() == 0 ? start : start + n * 1_000_000_000L / round.pace();
            if (due >= end) {
                return false;
            }
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            return true;
        }

        private void send(HttpLine line, int n) throws IOException {
            Template template = templates.get(n % templates.size());
            byte[] request = template.stamped(round.first() + n);
            long before = System.nanoTime();
            int status = line.exchange(request);
            took(System.nanoTime() - before);
            if (status != round.status()) {
                count--;
                String text = new String(line.body(), StandardCharsets.UTF_8);
                errors.add(status + " " + text.substring(0, Math.min(text.length(), ERROR_TEXT)));
            } else if (n % SPOT_EVERY == 0) {
                spots.add(new Spot(Arrays.copyOfRange(request, template.bodyAt(), request.length), line.body()));
            }
        }

        private void took(long nanos) {
            if (count == latencies.length) {
                latencies = Arrays.copyOf(latencies, 2 * count);
            }
            latencies[count++] = nanos;
        }
    }
}
