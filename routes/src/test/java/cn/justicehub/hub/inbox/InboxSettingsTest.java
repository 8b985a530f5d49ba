package cn.justicehub.hub.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.hub.testing.Defaults;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InboxSettingsTest {

    @Test
    void has_defaults_and_is_set_by_name() {
        assertThat(Defaults.of("hub.inbox", InboxSettings.class))
                .isEqualTo(new InboxSettings(64, Duration.ofSeconds(5)));
        assertThat(Defaults.bound(
                        "hub.inbox", InboxSettings.class, Map.of("hub.inbox.waiters", "9", "hub.inbox.look", "1s")))
                .isEqualTo(new InboxSettings(9, Duration.ofSeconds(1)));
    }
}
