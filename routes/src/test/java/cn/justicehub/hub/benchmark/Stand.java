package cn.justicehub.hub.benchmark;

import cn.justicehub.hub.testing.HubUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** The hub that is measured, in this process, and the loader beside it. */
final class Stand implements AutoCloseable {

    private final HubUnderTest hub;
    private final LoaderProcess loader;
    private final Courts courts;
    private final Path directory;
    private final long postmaster;
    private final List<Spot> spots = new ArrayList<>();
    private int sent;

    private Stand(HubUnderTest hub, LoaderProcess loader, Courts courts, Path directory, long postmaster) {
        this.hub = hub;
        this.loader = loader;
        this.courts = courts;
        this.directory = directory;
        this.postmaster = postmaster;
    }

    /**
     * A hub with four courts and a centre that fetches.
     *
     * @param directory for what passes between this process and the loader
     */
    static Stand start(Path directory) throws IOException {
        return start(directory, new Courts(), Sink.freePort());
    }

    /** A hub with four courts and a centre that is pushed to: the loader's sink. */
    static Stand pushing(Path directory) throws IOException {
        int port = Sink.freePort();
        return start(directory, Courts.pushingTo(Sink.address(port)), port);
    }

    /** A hub with so many courts, and a centre that fetches. */
    static Stand start(Path directory, int courts) throws IOException {
        return start(directory, Courts.many(courts), Sink.freePort());
    }

    private static Stand start(Path parent, Courts courts, int sinkPort) throws IOException {
        Path directory = Files.createTempDirectory(parent, "stand");
        Path agencies = directory.resolve("agencies");
        courts.writeFolders(agencies);
        HubUnderTest hub = HubUnderTest.start(Map.of(
                "spring.profiles.active",
                NoopController.PROFILE,
                "hub.agencies",
                agencies.toString(),
                "logging.level.root",
                "warn"));
        long postmaster = Long.parseLong(Files.readAllLines(hub.data().resolve("postgres/postmaster.pid"))
                .get(0)
                .trim());
        return new Stand(hub, LoaderProcess.start(sinkPort), courts, directory, postmaster);
    }

    HubUnderTest hub() {
        return hub;
    }

    Courts courts() {
        return courts;
    }

    /** Every five-hundredth message of all rounds, warm-up included. */
    List<Spot> spots() {
        return List.copyOf(spots);
    }

    /** A setting of the database, as it is in force. */
    String show(String setting) {
        return Objects.requireNonNull(jdbc().queryForObject("SHOW " + setting, String.class));
    }

    /** Leaves in the log, by the committed head. */
    long logSize() {
        return Objects.requireNonNull(jdbc().queryForObject("select size from head", Long.class));
    }

    /**
     * Plays one round and adds it to a series.
     *
     * @return what the loader saw
     * @throws IOException when any response was not as it must be
     */
    Outcome play(Load load, Duration most, Series series) throws IOException {
        Path requests = directory.resolve("requests");
        Path saved = directory.resolve("spots");
        Template.write(requests, load.templates().apply(sent));
        loader.prepare(new Round(
                load.port(),
                load.connections(),
                most,
                load.status(),
                sent,
                load.again(),
                load.pace(),
                requests,
                saved));
        Cpu before = cpu();
        Outcome outcome = loader.play();
        series.add(outcome, cpu().minus(before));
        if (outcome.errors() > 0) {
            throw new IOException(load.name() + ": " + outcome.errors() + " errors, such as " + outcome.firstError());
        }
        sent += outcome.count() + load.connections();
        spots.addAll(Spot.read(saved));
        return outcome;
    }

    /** Processor time used so far. */
    Cpu cpu() throws IOException {
        return Cpu.now(loader.pid(), postmaster);
    }

    /** Number of the next request that is sent. */
    int sent() {
        return sent;
    }

    JdbcTemplate jdbc() {
        return hub.bean(JdbcTemplate.class);
    }

    /** Plays without counting, in rounds, so that the loader need not keep every latency of a long warm-up. */
    void warmUp(Load load, Settings settings, Series series) throws IOException {
        Duration left = settings.warmUp();
        while (!left.isZero() && !left.isNegative()) {
            Duration next = left.compareTo(settings.round()) < 0 ? left : settings.round();
            play(load, next, series);
            left = left.minus(next);
        }
    }

    @Override
    public void close() {
        loader.close();
        hub.close();
    }
}
