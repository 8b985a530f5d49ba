package cn.justicehub.hub.health;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** How much work waits. Always up: a backlog is for people to look at, never a reason to take the hub away from callers. */
@Component("backlog")
class BacklogHealth implements HealthIndicator {

    private final BacklogWatch watch;

    BacklogHealth(BacklogWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        Backlog backlog = watch.last();
        return Health.up()
                .withDetail("queued", backlog.queued())
                .withDetail("available", backlog.available())
                .withDetail("parked", backlog.parked())
                .withDetail("alarms", backlog.alarms())
                .build();
    }
}
