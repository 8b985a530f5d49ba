package cn.justicehub.hub.database;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.hub.testing.Defaults;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabasePropertiesTest {

    @Test
    void defaults() {
        DatabaseProperties properties = Defaults.of("hub.database", DatabaseProperties.class);

        assertThat(properties)
                .isEqualTo(new DatabaseProperties(
                        null,
                        null,
                        null,
                        null,
                        Duration.ofMinutes(2),
                        Duration.ofSeconds(15),
                        16,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10)));
        assertThat(properties.embedded()).isTrue();
    }

    @Test
    void a_url_makes_it_external_and_the_password_stays_out_of_its_text() {
        DatabaseProperties properties = Defaults.bound(
                "hub.database",
                DatabaseProperties.class,
                Map.of("hub.database.url", "jdbc:postgresql://db.invalid/hub", "hub.database.password", "hush"));

        assertThat(properties.embedded()).isFalse();
        assertThat(properties.toString()).doesNotContain("hush");
    }
}
