package cn.justicehub.hub.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;

/** The backlog as last measured, for gauges and health: looking at them asks the database nothing. */
@Component
class BacklogWatch {

    private final BacklogTable table;
    private volatile Backlog last = Backlog.NONE;

    BacklogWatch(BacklogTable table, MeterRegistry registry) {
        this.table = table;
        gauge(registry, "hub.delivery.queued.deliveries", Backlog::queued);
        gauge(registry, "hub.delivery.leased.deliveries", Backlog::leased);
        gauge(registry, "hub.delivery.available.deliveries", Backlog::available);
        gauge(registry, "hub.delivery.parked.deliveries", Backlog::parked);
        gauge(registry, "hub.delivery.oldest.push.age.seconds", Backlog::oldestPushSeconds);
        gauge(registry, "hub.alarm.open.alarms", Backlog::alarms);
    }

    private void gauge(MeterRegistry registry, String name, ToLongFunction<Backlog> part) {
        Gauge.builder(name, this, watch -> part.applyAsLong(watch.last)).register(registry);
    }

    void measure() {
        last = table.measure();
    }

    Backlog last() {
        return last;
    }
}
