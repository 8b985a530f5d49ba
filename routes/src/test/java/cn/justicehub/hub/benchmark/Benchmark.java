package cn.justicehub.hub.benchmark;

import cn.justicehub.connectors.sandbox.HubRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/** Measures the hub's targets in one run and prints a report. A missed target is told; an error ends the run. */
final class Benchmark {

    private Benchmark() {}

    /** Exits with 1 when anything went wrong, 0 otherwise, whether targets were met or missed. */
    public static void main(String... arguments) throws IOException {
        Path directory = Files.createTempDirectory(
                Files.createDirectories(Path.of("target/benchmark").toAbsolutePath()), "run");
        int status = 0;
        try {
            run(directory);
        } catch (IOException | InterruptedException | HubRefused | RuntimeException e) {
            e.printStackTrace();
            status = 1;
        }
        if (status == 0) {
            FileSystemUtils.deleteRecursively(directory);
        }
        System.exit(status);
    }

    private static void run(Path directory) throws IOException, InterruptedException, HubRefused {
        Settings settings = Settings.ofSystem();
        Report report = new Report();
        try {
            measure(directory, settings, report);
        } finally {
            report.print(System.out); // what was found before an error is worth knowing
        }
    }

    private static void measure(Path directory, Settings settings, Report report)
            throws IOException, InterruptedException, HubRefused {
        Set<String> rows = settings.rows();
        if (rows.contains("http") || rows.contains("accept")) {
            measureAccept(directory, settings, report);
        }
        if (rows.contains("delivery")) {
            try (Stand stand = Stand.pushing(directory)) {
                new DeliveryRow(stand, settings, report).run();
            }
        }
        if (rows.contains("flood")) {
            try (Stand stand = Stand.start(directory)) {
                new FloodRow(stand, settings, report).run();
            }
        }
        if (rows.contains("growth")) {
            try (Stand small = GrowthRow.small(directory);
                    Stand large = GrowthRow.large(directory)) {
                new GrowthRow(small, large, settings, report).run();
            }
        }
        if (rows.contains("start")) {
            new StartRow(directory, report).run();
        }
    }

    private static void measureAccept(Path directory, Settings settings, Report report) throws IOException {
        try (Stand stand = Stand.start(directory)) {
            if (settings.rows().contains("http")) {
                new HttpRow(stand, settings, report).run();
            }
            if (settings.rows().contains("accept")) {
                new AcceptRow(stand, settings, report).run();
            }
        }
    }
}
