package cn.justicehub.hub.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.hub.testing.Defaults;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefinitionSettingsTest {

    @Test
    void defaults() {
        assertThat(Defaults.of("hub.definitions", DefinitionSettings.class))
                .isEqualTo(new DefinitionSettings(null, null, null));
    }

    @Test
    void mapping() {
        assertThat(Defaults.bound(
                        "hub.definitions",
                        DefinitionSettings.class,
                        Map.of(
                                "hub.definitions.exchanges",
                                "x",
                                "hub.definitions.calendar",
                                "y",
                                "hub.definitions.replace",
                                "7")))
                .isEqualTo(new DefinitionSettings(Path.of("x"), Path.of("y"), 7));
    }
}
