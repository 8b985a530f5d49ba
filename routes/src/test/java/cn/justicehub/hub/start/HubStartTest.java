package cn.justicehub.hub.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.hub.testing.HubUnderTest;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class HubStartTest {

    @Test
    void the_whole_hub_has_a_durable_database_with_limits_and_a_broker() {
        HubUnderTest hub = HubUnderTest.shared();

        JdbcTemplate jdbc = hub.bean(JdbcTemplate.class);
        assertThat(jdbc.queryForObject("SHOW fsync", String.class)).isEqualTo("on");
        assertThat(jdbc.queryForObject("SHOW synchronous_commit", String.class)).isEqualTo("on");
        assertThat(jdbc.queryForObject("SHOW lock_timeout", String.class)).isEqualTo("5s");
        assertThat(jdbc.queryForObject("SHOW statement_timeout", String.class)).isEqualTo("30s");
        assertThat(jdbc.queryForObject("SHOW tcp_user_timeout", String.class)).isEqualTo("10000");
        assertThat(jdbc.queryForObject("SHOW idle_in_transaction_session_timeout", String.class))
                .isEqualTo("10s");
        try (JMSContext context = hub.bean(ConnectionFactory.class).createContext()) {
            context.createProducer().send(context.createQueue("hub.delivery.test"), "work");
            assertThat(context.createConsumer(context.createQueue("hub.delivery.test"))
                            .receive(5_000))
                    .isNotNull();
        }
    }

    @Test
    void a_second_hub_on_the_same_data_directory_does_not_start() {
        HubUnderTest hub = HubUnderTest.shared();

        assertThatThrownBy(() -> HubUnderTest.startIn(hub.data(), Map.of()))
                .hasRootCauseInstanceOf(CannotStartException.class)
                .rootCause()
                .hasMessageContaining("another hub");
    }

    @Test
    void an_unsafe_database_is_refused() {
        String url = hubUrl() + "&options=-c%20synchronous_commit%3Doff";

        assertThatThrownBy(() -> HubUnderTest.start(Map.of("hub.database.url", url)))
                .rootCause()
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("synchronous_commit=off");
    }

    @Test
    void a_second_replica_with_an_embedded_broker_is_refused() {
        assertThatThrownBy(() -> HubUnderTest.start(
                        Map.of("hub.database.url", hubUrl(), "hub.database.replica-timeout", "100ms")))
                .rootCause()
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("hub.broker.url");
    }

    private static String hubUrl() {
        var pool = HubUnderTest.shared().bean(com.zaxxer.hikari.HikariDataSource.class);
        return pool.getJdbcUrl() + "?user=" + pool.getUsername() + "&password=" + pool.getPassword();
    }
}
