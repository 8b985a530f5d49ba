package cn.justicehub.hub.benchmark;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Collects what was found, and prints it as tables. */
final class Report {

    private final List<String> targets = new ArrayList<>();
    private final List<String> series = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    void atLeast(String work, double target, double measured) {
        target(work, String.format("≥ %.1f ×", target), String.format("%.2f ×", measured), measured >= target);
    }

    void atLeast(String work, double target, double measured, String unit) {
        target(
                work,
                String.format("≥ %.0f%s", target, unit),
                String.format("%.0f%s", measured, unit),
                measured >= target);
    }

    /** So many times slower at most. */
    void atMost(String work, double target, double measured) {
        target(work, String.format("≤ %.1f ×", target), String.format("%.2f ×", measured), measured <= target);
    }

    void atMost(String work, double target, double measured, String unit) {
        target(
                work,
                String.format("≤ %.0f %s", target, unit),
                String.format("%.1f %s", measured, unit),
                measured <= target);
    }

    private void target(String work, String target, String measured, boolean met) {
        targets.add(String.format("| %s | %s | %s | %s |", work, target, measured, met ? "met" : "MISSED"));
    }

    void series(Load load, Series rounds) {
        Cpu cpu = rounds.cpuOfOne();
        series.add(String.format(
                "| %s | %.0f | %s | %.2f | %.2f | %d | %d | %d |",
                load.name(),
                rounds.perSecond(),
                rounds.spread(),
                rounds.p50(),
                rounds.p99(),
                cpu.loader(),
                cpu.hub(),
                cpu.database()));
    }

    void note(String note) {
        notes.add("- " + note);
    }

    void print(PrintStream out) {
        out.println();
        out.printf(
                "Java %s (%s), %d cores, %s %s%n",
                Runtime.version(),
                System.getProperty("java.vm.vendor"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.version"));
        out.println();
        out.println("| work | target | measured | |");
        out.println("|---|---|---|---|");
        targets.forEach(out::println);
        out.println();
        out.println(
                "| load | per s, median | per s, each round | p50 ms | p99 ms | loader µs | hub µs | database µs |");
        out.println("|---|---|---|---|---|---|---|---|");
        series.forEach(out::println);
        out.println();
        notes.forEach(out::println);
    }
}
