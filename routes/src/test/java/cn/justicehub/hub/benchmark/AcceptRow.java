package cn.justicehub.hub.benchmark;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Durable receipted accept over HTTP, everything on, against what an AS4 receiver does (a figure). */
final class AcceptRow {

    /** Messages per second of phase4 4.4.1, signed, with signed receipts, payload forced to disk, on two cores. */
    private static final double AS4 = 540;

    private static final int NEW_JAVA = 25;
    private static final double TARGET_OLD_JAVA = 4;
    private static final double TARGET_NEW_JAVA = 6;
    private static final double TARGET_SIGNED = 2;
    private static final int TEMPLATES = 1024;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    private final Stand stand;
    private final Settings settings;
    private final Report report;
    private final MeterRegistry registry;
    private final Load few;
    private final Load many;
    private final Load signed;
    private final Map<Load, Series> series = new LinkedHashMap<>();
    private final Map<Load, Groups> groups = new LinkedHashMap<>();

    AcceptRow(Stand stand, Settings settings, Report report) {
        this.stand = stand;
        this.settings = settings;
        this.report = report;
        this.registry = stand.hub().bean(MeterRegistry.class);
        this.few = unsigned("accept, 32 connections", 32);
        this.many = unsigned("accept, 64 connections", 64);
        this.signed = new Load(
                "accept, SM2-signed, 32 connections",
                stand.hub().port(),
                32,
                201,
                false,
                first -> stand.courts().signed(stand.courts().tokens(stand.hub()), first, settings.signed()));
    }

    private Load unsigned(String name, int connections) {
        return new Load(name, stand.hub().port(), connections, 201, true, first -> {
            List<String> tokens = stand.courts().tokens(stand.hub());
            return stand.courts().notices(Courts.PATH, tokens, TEMPLATES);
        });
    }

    void run() throws IOException {
        report.note("database: fsync " + on("fsync") + ", synchronous_commit " + on("synchronous_commit")
                + ", full_page_writes " + on("full_page_writes") + ", PostgreSQL " + stand.show("server_version"));
        long sizeBefore = stand.logSize();
        Series warmUp = new Series();
        stand.warmUp(few, settings, warmUp);
        stand.play(signed, LONG_ENOUGH, warmUp);
        HotSpots hotSpots = HotSpots.start(settings.profile());
        for (int i = 0; i < settings.rounds(); i++) {
            play(few, settings.round());
            play(many, settings.round());
            play(signed, LONG_ENOUGH);
        }
        report.note("commit groups lately: " + Groups.durations(registry));
        hotSpots.stop(report);
        checkLog(sizeBefore, warmUp.count());
        report.note(SpotCheck.verify(stand) + " receipts verified, every five-hundredth");
        tell();
    }

    private void play(Load load, Duration most) throws IOException {
        Groups before = Groups.now(registry);
        stand.play(load, most, series.computeIfAbsent(load, l -> new Series()));
        groups.merge(load, Groups.now(registry).minus(before), Groups::plus);
    }

    private String on(String setting) {
        String value = stand.show(setting);
        if (!value.equals("on")) {
            throw new IllegalStateException(setting + " is " + value);
        }
        return value;
    }

    private void checkLog(long sizeBefore, int warmUp) {
        long accepted =
                warmUp + series.values().stream().mapToLong(Series::count).sum();
        long grown = stand.logSize() - sizeBefore;
        if (grown != accepted) {
            throw new IllegalStateException(accepted + " accepted, but the log grew by " + grown);
        }
        report.note(accepted + " accepted, and the log grew by as many");
    }

    private void tell() {
        series.forEach((load, rounds) -> {
            report.series(load, rounds);
            report.note(String.format(
                    "%s: %.1f messages a commit",
                    load.name(), groups.getOrDefault(load, new Groups(0, 0)).mean()));
        });
        double target = Runtime.version().feature() >= NEW_JAVA ? TARGET_NEW_JAVA : TARGET_OLD_JAVA;
        report.atLeast(few.name() + " / AS4 at 540/s", target, rate(few) / AS4);
        report.atLeast(many.name() + " / AS4 at 540/s", target, rate(many) / AS4);
        report.atLeast(signed.name() + " / AS4 at 540/s", TARGET_SIGNED, rate(signed) / AS4);
    }

    private double rate(Load load) {
        return series.computeIfAbsent(load, l -> new Series()).perSecond();
    }
}
