package cn.justicehub.hub.benchmark;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The committer's groups, as its own meters count them.
 *
 * @param groups how many
 * @param entries in all of them
 */
record Groups(double groups, double entries) {

    static Groups now(MeterRegistry registry) {
        DistributionSummary summary = registry.get("hub.commit.group.entries").summary();
        return new Groups(summary.count(), summary.totalAmount());
    }

    Groups minus(Groups earlier) {
        return new Groups(groups - earlier.groups, entries - earlier.entries);
    }

    Groups plus(Groups other) {
        return new Groups(groups + other.groups, entries + other.entries);
    }

    /** Entries of a group. */
    double mean() {
        return groups == 0 ? 0 : entries / groups;
    }

    /** How long a group took lately (the meter forgets after a few minutes), all kinds of load together. */
    static String durations(MeterRegistry registry) {
        ValueAtPercentile[] values =
                registry.get("hub.commit.group.duration").timer().takeSnapshot().percentileValues();
        return Arrays.stream(values)
                .map(value ->
                        String.format("p%.0f %.1f ms", 100 * value.percentile(), value.value(TimeUnit.MILLISECONDS)))
                .collect(Collectors.joining(", "));
    }
}
