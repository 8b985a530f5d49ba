package cn.justicehub.hub.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.hub.testing.Calls;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.hub.testing.Notices;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HealthTest {

    private final HubUnderTest hub = HubUnderTest.shared();

    @Test
    void ledger_and_backlog_are_told_with_health() throws Exception {
        String health = new String(
                Calls.of(hub, SandboxAgency.AUDITOR).get("/actuator/health").body(), StandardCharsets.UTF_8);

        assertThat(health).contains("\"ledger\"", "\"backlog\"", "\"UP\"");
    }

    @Test
    void gauges_follow_the_last_measurement() throws Exception {
        Notices.sent(hub);
        hub.bean(BacklogWatch.class).measure();
        Backlog backlog = hub.bean(BacklogWatch.class).last();

        assertThat(backlog.available()).isPositive();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> hub.bean(MeterRegistry.class)
                                .get("hub.delivery.available.deliveries")
                                .gauge()
                                .value()
                        > 0);
        String metrics = new String(
                Calls.of(hub, SandboxAgency.AUDITOR).get("/actuator/prometheus").body(), StandardCharsets.UTF_8);
        assertThat(metrics)
                .contains(
                        "hub_delivery_queued_deliveries",
                        "hub_delivery_parked_deliveries",
                        "hub_delivery_oldest_push_age_seconds",
                        "hub_alarm_open_alarms");
    }
}
