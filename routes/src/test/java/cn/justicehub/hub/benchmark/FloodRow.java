package cn.justicehub.hub.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** How long another agency waits for a receipt while one has as many messages in work as it may. */
final class FloodRow {

    private static final int CONNECTIONS = 192;
    private static final int TEMPLATES = 1024;
    private static final int CALM_COURT = 3;
    private static final int CALM_NUMBERS = 400_000_000;
    private static final long PAUSE_NANOS = 20_000_000;
    private static final double TARGET = 2;

    private final Stand stand;
    private final Settings settings;
    private final Report report;
    private int sent;

    FloodRow(Stand stand, Settings settings, Report report) {
        this.stand = stand;
        this.settings = settings;
        this.report = report;
    }

    void run() throws IOException {
        Load flood = new Load("flood of one agency", stand.hub().port(), CONNECTIONS, 201, true, first -> {
            List<String> tokens = stand.courts().tokens(stand.hub());
            return stand.courts().notices(Courts.PATH, Collections.nCopies(tokens.size(), tokens.get(0)), TEMPLATES);
        });
        stand.warmUp(flood, settings, new Series());
        List<Long> before = new ArrayList<>();
        List<Long> meanwhile = new ArrayList<>();
        Series floods = new Series();
        for (int i = 0; i < settings.rounds(); i++) {
            calm(before, () -> LockSupport.parkNanos(settings.round().toNanos()));
            calm(meanwhile, () -> play(flood, floods));
        }
        report.series(flood, floods);
        report.note(String.format(
                "flood: another agency's receipts took p50 %.1f ms, p99 %.1f ms; without the flood p50 %.1f ms, p99 %.1f ms",
                quantile(meanwhile, 50), quantile(meanwhile, 99), quantile(before, 50), quantile(before, 99)));
        report.atMost(
                "another agency's p99 while one floods, times as long",
                TARGET,
                quantile(meanwhile, 99) / quantile(before, 99));
    }

    private void play(Load flood, Series floods) {
        try {
            stand.play(flood, settings.round(), floods);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    /** One court sends a notice now and then until something is over. */
    private void calm(List<Long> nanos, Runnable something) throws IOException {
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> running = CompletableFuture.runAsync(something, run -> new Thread(run).start())
                .whenComplete((nothing, failure) -> over.set(true));
        List<String> tokens = stand.courts().tokens(stand.hub());
        Template notice =
                stand.courts().notices(Courts.PATH, tokens, CALM_COURT + 1).get(CALM_COURT);
        try (HttpLine line = new HttpLine(stand.hub().port())) {
            while (!over.get()) {
                long from = System.nanoTime();
                int status = line.exchange(notice.stamped(CALM_NUMBERS + sent++));
                if (status != 201) {
                    throw new IOException("another agency was told " + status);
                }
                nanos.add(System.nanoTime() - from);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        running.join();
    }

    private static double quantile(List<Long> nanos, int percent) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
    }
}
