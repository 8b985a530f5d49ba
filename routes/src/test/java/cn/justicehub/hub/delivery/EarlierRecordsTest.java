package cn.justicehub.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.hub.database.SharedDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Records from before they named their delivery. */
class EarlierRecordsTest {

    private static final UUID EXCHANGE = new UUID(5, 5);

    private final SharedDatabase.Release release = SharedDatabase.freshAt("6");
    private final JdbcTemplate jdbc = new JdbcTemplate(release.source());

    private void record(int entry, UUID messageId) {
        jdbc.update(
                "insert into message (entry, exchange_id, kind, act, sender, message_id, accepted_at, warnings, receivers,"
                        + " nonce_sealed, body_sealed, receipt_sealed)"
                        + " values (?, ?, 'delivery', 'any', 'hub', ?, 0, '{}', '{}', '', '', '')",
                entry,
                EXCHANGE,
                messageId);
    }

    private void delivery(String id, int occurrence) {
        jdbc.update(
                "insert into delivery (delivery_id, entry, exchange_id, receiver, mode, state, created_at, occurrence)"
                        + " values (?, 0, ?, 'any', 'PUSH', 'QUEUED', 0, ?)",
                id,
                EXCHANGE,
                occurrence);
    }

    @Test
    void whatTheHubRecordedFindsItsDeliveryAgain() {
        delivery("1-0-firm-01", 3);
        delivery("1-0-centre-01", 1);
        record(1, DeliveryMessageIds.parked("1-0-firm-01", 0));
        record(2, DeliveryMessageIds.of("1-0-firm-01", DeliveryMove.RECEIVED, 2));
        record(3, DeliveryMessageIds.of("1-0-centre-01", DeliveryMove.ACKNOWLEDGED, 0));
        record(4, UUID.randomUUID());

        release.migrate();

        assertThat(jdbc.queryForList("select coalesce(delivery_id, 'none') from message order by entry", String.class))
                .containsExactly("1-0-firm-01", "1-0-firm-01", "1-0-centre-01", "none");
    }
}
