package cn.justicehub.hub.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Accept with ten times the data and the agencies against the same run beside it, and search among a million exchanges. */
final class GrowthRow {

    private static final int SMALL = 100_000;
    private static final int LARGE = 1_000_000;
    private static final int FEW_COURTS = 9;
    private static final int MANY_COURTS = 99;
    private static final int CONNECTIONS = 32;
    private static final int SEARCHERS = 4;
    private static final int TEMPLATES = 1024;
    private static final double TARGET_SLOWER = 1.2;
    private static final double TARGET_P95 = 100;
    private static final String SCANS =
            "select coalesce(sum(seq_scan), 0) from pg_stat_user_tables where relname in ('search_key', 'exchange')";

    private final Stand small;
    private final Stand large;
    private final Settings settings;
    private final Report report;

    /**
     * A row over two hubs.
     *
     * @param small of {@link #FEW_COURTS}
     * @param large of {@link #MANY_COURTS}
     */
    GrowthRow(Stand small, Stand large, Settings settings, Report report) {
        this.small = small;
        this.large = large;
        this.settings = settings;
        this.report = report;
    }

    static Stand small(Path directory) throws IOException {
        return Stand.start(directory, FEW_COURTS);
    }

    static Stand large(Path directory) throws IOException {
        return Stand.start(directory, MANY_COURTS);
    }

    void run() throws IOException {
        new Generator(small.jdbc()).write(SMALL, FEW_COURTS);
        new Generator(large.jdbc()).write(LARGE, MANY_COURTS);
        Load inSmall = accept(small, "accept, 10 agencies, 100,000 exchanges");
        Load inLarge = accept(large, "accept, 100 agencies, 1,000,000 exchanges");
        small.warmUp(inSmall, settings, new Series());
        large.warmUp(inLarge, settings, new Series());
        int known = large.sent();
        Series ofSmall = new Series();
        Series ofLarge = new Series();
        int accepted = 0;
        for (int i = 0; i < settings.rounds(); i++) {
            small.play(inSmall, settings.round(), ofSmall);
            Outcome outcome = large.play(inLarge, settings.round(), ofLarge);
            accepted = i == 0 ? outcome.count() : accepted;
        }
        report.series(inSmall, ofSmall);
        report.series(inLarge, ofLarge);
        report.atMost(
                "10 × data and agencies, times slower to accept",
                TARGET_SLOWER,
                ofSmall.perSecond() / ofLarge.perSecond());
        search(known, accepted);
    }

    private static Load accept(Stand stand, String name) {
        return new Load(name, stand.hub().port(), CONNECTIONS, 201, true, first -> {
            List<String> tokens = stand.courts().tokens(stand.hub());
            return stand.courts().notices(Courts.PATH, tokens, TEMPLATES);
        });
    }

    /** @param first number of the first of so many requests in a row that were accepted */
    private void search(int first, int count) throws IOException {
        Load search = new Load(
                "search by notice number, 4 connections", large.hub().port(), SEARCHERS, 200, true, ignored -> {
                    List<String> tokens = large.courts().tokens(large.hub(), "exchange:read");
                    return searches(tokens, first, count);
                });
        Series series = new Series();
        large.play(search, settings.round(), new Series());
        long scansBefore = scans();
        int spotsBefore = large.spots().size();
        for (int i = 0; i < settings.rounds(); i++) {
            large.play(search, settings.round(), series);
        }
        checkFound(spotsBefore);
        report.series(search, series);
        report.note("search: " + (scans() - scansBefore) + " sequential scans of exchanges or search keys");
        report.atMost("search by business key among 1,000,000 exchanges, p99 for p95", TARGET_P95, series.p99(), "ms");
    }

    /** Each by a court for a notice that it sent itself: the loader used the courts' templates in turn. */
    private static List<Template> searches(List<String> tokens, int first, int count) {
        return IntStream.range(0, Math.min(count, 4 * TEMPLATES))
                .mapToObj(i -> {
                    String body = "{\"type\":\"defence-notice\",\"keys\":{\"/noticeNo\":\"" + Courts.noticeNo(first + i)
                            + "\"}}";
                    String token = tokens.get(i % TEMPLATES % tokens.size());
                    return Template.post("/v1/searches", token, body.getBytes(StandardCharsets.UTF_8));
                })
                .toList();
    }

    private void checkFound(int before) throws IOException {
        List<Spot> searches = large.spots().subList(before, large.spots().size());
        for (Spot spot : searches) {
            if (!new String(spot.receipt(), StandardCharsets.UTF_8).contains("exchangeId")) {
                throw new IOException("not found: " + new String(spot.body(), StandardCharsets.UTF_8));
            }
        }
        report.note("search: " + searches.size() + " answers looked at, each has its exchange");
    }

    private long scans() {
        return Objects.requireNonNull(large.jdbc().queryForObject(SCANS, Long.class));
    }
}
