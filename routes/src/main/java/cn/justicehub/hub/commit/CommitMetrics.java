package cn.justicehub.hub.commit;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** How the committer is doing. */
final class CommitMetrics {

    private final MeterRegistry registry;
    private final Timer time;
    private final DistributionSummary entries;

    CommitMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.time = Timer.builder("hub.commit.group.duration")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        this.entries = DistributionSummary.builder("hub.commit.group.entries").register(registry);
    }

    void watch(IntSupplier waiting) {
        Gauge.builder("hub.commit.waiting.entries", waiting::getAsInt).register(registry);
    }

    void group(int size, long nanos) {
        time.record(nanos, TimeUnit.NANOSECONDS);
        entries.record(size);
    }
}
