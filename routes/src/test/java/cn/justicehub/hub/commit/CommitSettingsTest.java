package cn.justicehub.hub.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.hub.testing.Defaults;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommitSettingsTest {

    @Test
    void defaults() {
        assertThat(Defaults.of("hub.commit", CommitSettings.class))
                .isEqualTo(new CommitSettings(256, 32, 512, Duration.ofMillis(10)));
    }

    @Test
    void mapping() {
        assertThat(Defaults.bound(
                        "hub.commit",
                        CommitSettings.class,
                        Map.of(
                                "hub.commit.group",
                                "8",
                                "hub.commit.share",
                                "7",
                                "hub.commit.queue",
                                "9",
                                "hub.commit.linger",
                                "0ms")))
                .isEqualTo(new CommitSettings(8, 7, 9, Duration.ZERO));
    }

    @Test
    void aGroupAShareAndAQueueHoldAtLeastOne() {
        assertThatThrownBy(() -> new CommitSettings(0, 1, 1, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CommitSettings(1, 0, 1, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CommitSettings(1, 1, 0, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lingeringIsShort() {
        assertThatThrownBy(() -> new CommitSettings(1, 1, 1, Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CommitSettings(1, 1, 1, Duration.ofSeconds(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
