package cn.justicehub.hub.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.hub.database.SharedDatabase;
import cn.justicehub.hub.testing.RouteTest;
import cn.justicehub.hub.testing.Warnings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.UUID;
import org.apache.camel.RoutesBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

class BacklogRouteTest extends RouteTest {

    private static final String ASKED = "direct:backlog";
    private static final Instant NOW = Instant.ofEpochSecond(1_000);

    private final JdbcTemplate jdbc = new JdbcTemplate(SharedDatabase.fresh());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final BacklogWatch watch = new BacklogWatch(new BacklogTable(jdbc, () -> NOW), meters);

    @Override
    protected RoutesBuilder route() {
        return new BacklogRoute(watch);
    }

    @BeforeEach
    void ask() throws Exception {
        askedAt(context, "measure-backlog", ASKED);
    }

    private void add(int entry, String mode, String state, long createdSecond) {
        jdbc.update(
                "insert into delivery (delivery_id, entry, exchange_id, receiver, mode, state, created_at)"
                        + " values (?, ?, ?, 'firm-01', ?, ?, ?)",
                "1-" + entry,
                entry,
                new UUID(1, 1),
                mode,
                state,
                createdSecond * 1000);
    }

    @Test
    void whatWaitsIsCountedByStateAndTheOldestPushAged() {
        add(0, "PUSH", "DELIVERED", 1);
        add(1, "PULL", "AVAILABLE", 2);
        add(2, "PUSH", "QUEUED", 940);
        add(3, "PUSH", "QUEUED", 950);
        add(4, "PUSH", "LEASED", 970);
        add(5, "PUSH", "PARKED", 3);
        jdbc.update("insert into alarm (alarm_id, kind, reason, raised_at) values ('a', 'AGENCY_DOWN', 'CONNECT', 1)");

        template.sendBody(ASKED, "");

        assertThat(watch.last()).isEqualTo(new Backlog(2, 1, 1, 1, 1, 60));
        assertThat(meters.get("hub.delivery.queued.deliveries").gauge().value()).isEqualTo(2);
        assertThat(meters.get("hub.delivery.oldest.push.age.seconds").gauge().value())
                .isEqualTo(60);
    }

    @Test
    void aMeasurementThatFailsLeavesTheLastOne() {
        add(0, "PUSH", "QUEUED", 990);
        template.sendBody(ASKED, "");
        jdbc.execute("drop table delivery");

        try (Warnings warnings = new Warnings()) {
            assertThatThrownBy(() -> ask(ASKED, "")).isInstanceOf(DataAccessException.class);
            assertThat(warnings.seen()).isEmpty();
        }

        assertThat(watch.last()).isEqualTo(new Backlog(1, 0, 0, 0, 0, 10));
    }
}
