package cn.justicehub.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.hub.testing.Defaults;
import cn.justicehub.hub.testing.HubUnderTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Orders as they are taken, sent and given back, on a real database; in a row that no relay looks at. */
class OrdersTest {

    private static final long NOW = 1_000_000;
    private static final String AGENCY = "orders-test-01";

    private final JdbcTemplate jdbc = HubUnderTest.shared().bean(JdbcTemplate.class);
    private final DeliveryStore store = new DeliveryStore(jdbc, Defaults.of("hub.delivery", DeliverySettings.class));
    private final DeliveryStore.Order order = new DeliveryStore.Order("9-9-" + AGENCY, AGENCY, 3);

    @BeforeEach
    void lease() {
        jdbc.update(
                "insert into delivery (delivery_id, entry, exchange_id, receiver, mode, state, created_at, attempt,"
                        + " lease_until) values (?, 9, ?, ?, 'PULL', 'LEASED', 0, 3, ?)",
                order.deliveryId(),
                new UUID(9, 9),
                AGENCY,
                Long.MAX_VALUE);
    }

    @AfterEach
    void clean() {
        jdbc.update("delete from delivery where receiver = ?", AGENCY);
        jdbc.update("delete from agency_channel where agency = ?", AGENCY);
    }

    private long column(String name) {
        return List.copyOf(jdbc.queryForList(
                        "select " + name + " from delivery where delivery_id = ?", Long.class, order.deliveryId()))
                .get(0);
    }

    private void pausedUntil(long retryAt) {
        jdbc.update("insert into agency_channel (agency, failures, retry_at) values (?, 1, ?)", AGENCY, retryAt);
    }

    @Test
    void theLeaseOfWhatIsSentOutlivesTheAgencysTimeOut() {
        Duration timeout = Duration.ofMinutes(2);

        assertThat(store.take(order, timeout, NOW, 7)).isNotNull();

        assertThat(column("lease_until")).isGreaterThan(NOW + timeout.toMillis() + 30_000);
        assertThat(column("sent")).isEqualTo(1);
        assertThat(column("first_attempt_at")).isEqualTo(7);
    }

    @Test
    void whatIsGivenBackIsNotCountedAndWaitsForThePauseOnly() {
        pausedUntil(NOW + 500);

        assertThat(store.take(order, Duration.ofSeconds(1), NOW, 7)).isNull();
        store.release(order);

        assertThat(column("sent")).isZero();
        assertThat(column("next_at")).as("the pause may be ended early").isZero();
        assertThat(jdbc.queryForObject(
                        "select state from delivery where delivery_id = ?", String.class, order.deliveryId()))
                .isEqualTo("QUEUED");
    }

    @Test
    void anOrderOfAnotherLeaseIsNeitherTakenNorGivenBack() {
        DeliveryStore.Order old = new DeliveryStore.Order(order.deliveryId(), AGENCY, 2);
        pausedUntil(NOW + 500);

        assertThat(store.take(old, Duration.ofSeconds(1), NOW, 7)).isNull();
        store.release(old);

        assertThat(column("sent")).isZero();
        assertThat(column("lease_until")).isEqualTo(Long.MAX_VALUE);
    }
}
