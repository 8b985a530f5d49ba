package cn.justicehub.hub.broker;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.hub.testing.Defaults;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class BrokerPropertiesTest {

    @Test
    void defaults() {
        BrokerProperties properties = Defaults.of("hub.broker", BrokerProperties.class);

        assertThat(properties)
                .isEqualTo(new BrokerProperties(
                        null,
                        null,
                        null,
                        4,
                        Duration.ofNanos(300_000),
                        DataSize.ofMegabytes(32),
                        Duration.ofMinutes(1)));
        assertThat(properties.embedded()).isTrue();
    }

    @Test
    void a_url_makes_it_external_and_the_password_stays_out_of_its_text() {
        BrokerProperties properties = Defaults.bound(
                "hub.broker",
                BrokerProperties.class,
                Map.of("hub.broker.url", "tcp://broker.invalid:61616", "hub.broker.password", "hush"));

        assertThat(properties.embedded()).isFalse();
        assertThat(properties.toString()).doesNotContain("hush");
    }
}
