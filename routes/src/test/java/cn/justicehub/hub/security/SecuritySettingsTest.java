package cn.justicehub.hub.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.hub.testing.Defaults;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SecuritySettingsTest {

    @Test
    void defaults() {
        assertThat(Defaults.of("hub.security", SecuritySettings.class))
                .isEqualTo(new SecuritySettings(
                        Duration.ofMinutes(5), Duration.ofSeconds(5), 4096, Duration.ofMinutes(10), null));
    }
}
