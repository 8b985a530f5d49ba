package cn.justicehub.hub.keys;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.hub.testing.Defaults;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class KeySettingsTest {

    @Test
    void defaults() {
        assertThat(Defaults.of("hub.keys", KeySettings.class)).isEqualTo(new KeySettings((Path) null));
    }
}
