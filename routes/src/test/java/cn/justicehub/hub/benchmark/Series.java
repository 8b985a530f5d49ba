package cn.justicehub.hub.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The rounds of one thing that is measured. */
final class Series {

    private final List<Outcome> outcomes = new ArrayList<>();
    private Cpu cpu = new Cpu(0, 0, 0);

    void add(Outcome outcome, Cpu used) {
        outcomes.add(outcome);
        cpu = cpu.plus(used);
    }

    int count() {
        return outcomes.stream().mapToInt(Outcome::count).sum();
    }

    /** Requests per second, median of the rounds. */
    double perSecond() {
        return median(Outcome::perSecond);
    }

    /** Milliseconds of a request: the rounds' medians, and of those the median. */
    double p50() {
        return median(Outcome::p50) / 1e6;
    }

    /** Milliseconds of a request: the rounds' 99th percentiles, and of those the median. */
    double p99() {
        return median(Outcome::p99) / 1e6;
    }

    /** Microseconds of processor time of a request, by party. */
    Cpu cpuOfOne() {
        int count = Math.max(1, count());
        return new Cpu(cpu.loader() / count, cpu.hub() / count, cpu.database() / count);
    }

    /** Requests per second of each round, for seeing how far they lie apart. */
    String spread() {
        return outcomes.stream()
                .map(outcome -> String.format("%.0f", outcome.perSecond()))
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    private double median(ToDoubleFunction<Outcome> value) {
        double[] sorted = outcomes.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return 0;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
