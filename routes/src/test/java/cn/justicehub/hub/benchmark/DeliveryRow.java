package cn.justicehub.hub.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** From accept to delivered by push, end to end; times are those that the hub recorded itself. */
final class DeliveryRow {

    private static final int NEW_JAVA = 25;
    private static final double TARGET_OLD_JAVA = 500;
    private static final double TARGET_NEW_JAVA = 1_000;
    private static final double TARGET_P99 = 250;
    private static final int CONNECTIONS = 32;
    private static final int TEMPLATES = 1024;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Stand stand;
    private final Settings settings;
    private final Report report;

    DeliveryRow(Stand stand, Settings settings, Report report) {
        this.stand = stand;
        this.settings = settings;
        this.report = report;
    }

    /**
     * One round, as the rows of its deliveries tell it.
     *
     * @param nanos from its first acceptance to its last delivery
     * @param millis of each delivery, sorted
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Delivered(long nanos, long[] millis) {

        Outcome outcome() {
            return new Outcome(millis.length, nanos, quantile(0.5), quantile(0.99), 0, "");
        }

        private long quantile(double q) {
            return millis.length == 0 ? 0 : millis[(int) (millis.length * q)] * 1_000_000;
        }
    }

    void run() throws IOException {
        Load flat = new Load("accept to delivered", stand.hub().port(), CONNECTIONS, 201, true, first -> {
            List<String> tokens = stand.courts().tokens(stand.hub());
            return stand.courts().notices(Courts.PATH, tokens, TEMPLATES);
        });
        stand.warmUp(flat, settings, new Series());
        untilDelivered();
        Series all = new Series();
        for (int i = 0; i < settings.rounds(); i++) {
            play(flat, all);
        }
        Load half = flat.paced("accept to delivered, at half load", (int) (all.perSecond() / 2));
        Series calm = new Series();
        for (int i = 0; i < settings.rounds(); i++) {
            play(half, calm);
        }
        report.series(flat, all);
        report.series(half, calm);
        double target = Runtime.version().feature() >= NEW_JAVA ? TARGET_NEW_JAVA : TARGET_OLD_JAVA;
        report.atLeast("accept to delivered, a second", target, all.perSecond(), "/s");
        report.atMost("accept to delivered at half load, p99", TARGET_P99, calm.p99(), "ms");
    }

    private void play(Load load, Series series) throws IOException {
        long before = newest();
        Cpu cpu = stand.cpu();
        Outcome accepted = stand.play(load, settings.round(), new Series());
        untilDelivered();
        Delivered delivered = delivered(before);
        if (delivered.millis().length != accepted.count()) {
            throw new IOException(accepted.count() + " accepted, but " + delivered.millis().length + " delivered");
        }
        series.add(delivered.outcome(), stand.cpu().minus(cpu));
    }

    private long newest() {
        return Objects.requireNonNull(
                stand.jdbc().queryForObject("select coalesce(max(entry), 0) from message", Long.class));
    }

    private void untilDelivered() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (waiting() > 0) {
            if (System.nanoTime() > end) {
                throw new IOException(waiting() + " are still not delivered");
            }
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private long waiting() {
        return Objects.requireNonNull(stand.jdbc()
                .queryForObject("select count(*) from delivery where state in ('QUEUED', 'LEASED')", Long.class));
    }

    private Delivered delivered(long after) {
        List<Long> millis = new ArrayList<>();
        long[] span = {Long.MAX_VALUE, Long.MIN_VALUE};
        stand.jdbc()
                .query(
                        "select m.accepted_at, d.received_at from delivery d join message m on m.entry = d.entry"
                                + " where d.entry > ? and d.state = 'DELIVERED'",
                        row -> {
                            millis.add(row.getLong(2) - row.getLong(1));
                            span[0] = Math.min(span[0], row.getLong(1));
                            span[1] = Math.max(span[1], row.getLong(2));
                        },
                        after);
        long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Delivered(sorted.length == 0 ? 1 : (span[1] - span[0]) * 1_000_000, sorted);
    }
}
