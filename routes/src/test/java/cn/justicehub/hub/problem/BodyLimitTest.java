package cn.justicehub.hub.problem;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.hub.testing.Defaults;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class BodyLimitTest {

    @Test
    void defaults() {
        assertThat(Defaults.of("hub.intake", BodyLimit.class)).isEqualTo(new BodyLimit(DataSize.ofMegabytes(1)));
    }
}
