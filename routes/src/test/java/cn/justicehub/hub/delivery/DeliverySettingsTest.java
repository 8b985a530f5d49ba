package cn.justicehub.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.hub.testing.Defaults;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeliverySettingsTest {

    @Test
    void defaults() {
        assertThat(Defaults.of("hub.delivery", DeliverySettings.class))
                .isEqualTo(new DeliverySettings(
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(5),
                        200,
                        64,
                        4));
    }

    @Test
    void mapping() {
        assertThat(Defaults.bound(
                        "hub.delivery",
                        DeliverySettings.class,
                        Map.of(
                                "hub.delivery.lease", "10s",
                                "hub.delivery.sweep", "100ms",
                                "hub.delivery.backoff", "2s",
                                "hub.delivery.longest-backoff", "1m",
                                "hub.delivery.batch", "5",
                                "hub.delivery.in-flight", "6",
                                "hub.delivery.consumers", "7")))
                .isEqualTo(new DeliverySettings(
                        Duration.ofSeconds(10),
                        Duration.ofMillis(100),
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(1),
                        5,
                        6,
                        7));
    }
}
