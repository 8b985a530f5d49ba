package cn.justicehub.hub.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.hub.testing.Defaults;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InboxSettingsTest {

    @Test
    void defaults() {
        assertThat(Defaults.of("hub.inbox", InboxSettings.class))
                .isEqualTo(new InboxSettings(64, Duration.ofSeconds(5)));
    }

    @Test
    void mapping() {
        assertThat(Defaults.bound(
                        "hub.inbox", InboxSettings.class, Map.of("hub.inbox.waiters", "3", "hub.inbox.look", "200ms")))
                .isEqualTo(new InboxSettings(3, Duration.ofMillis(200)));
    }
}
