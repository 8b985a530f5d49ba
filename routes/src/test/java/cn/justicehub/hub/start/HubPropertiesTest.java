package cn.justicehub.hub.start;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.hub.testing.Defaults;
import org.junit.jupiter.api.Test;

class HubPropertiesTest {

    @Test
    void defaults_are_those_of_production_with_nothing_given() {
        HubProperties properties = Defaults.of("hub", HubProperties.class);

        assertThat(properties).isEqualTo(new HubProperties(HubProperties.Mode.PRODUCTION, null, null, null));
        assertThat(properties.sandbox()).isFalse();
    }
}
