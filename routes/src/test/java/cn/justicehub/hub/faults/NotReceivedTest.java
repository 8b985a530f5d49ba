package cn.justicehub.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.Inbound;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.read.MessageStore;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.hub.testing.MovingClock;
import cn.justicehub.ledger.json.JsonNumber;
import cn.justicehub.ledger.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What starts a duty and has not reached who owes it by the alarm: evidence and an alarm, once, whatever comes later. */
class NotReceivedTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-25T01:00:00Z"));
    private final HubUnderTest hub =
            HubUnderTest.start(Map.of("hub.delivery.backoff", "50ms", "hub.delivery.longest-backoff", "300ms"), clock);
    private final SandboxHome home = hub.bean(SandboxHome.class);
    private final JdbcTemplate jdbc = hub.bean(JdbcTemplate.class);
    private final Operator operator = new Operator(hub);
    private final Cases cases = new Cases(home, hub.uri(""));
    private final FirmSink firm = FirmSink.off(home);

    @AfterEach
    void check() throws Exception {
        try (hub;
                firm) {
            Receipts.verify(hub, cases.accepted());
            new LogCheck(hub).isWhole();
        }
    }

    @Test
    void pushThatNeverArrivesAndInboxThatIsNeverOpenedLeaveEvidence() throws Exception {
        String exchange = cases.offered();
        await().atMost(SOON)
                .until(() -> operator.lane(exchange).get(0).required("attempt").asInt() > 0);
        assertThat(entries("not-received")).isEmpty();

        clock.move(Duration.ofDays(10));
        await().atMost(SOON)
                .until(() -> entries("not-received").size() == 1
                        && entries("not-fetched").size() == 1);

        pushed(exchange, payload(exchange, entries("not-received").get(0)));
        assertThat(payload(exchange, entries("not-received").get(0)).string("lateBy"))
                .as("the clock leapt over the alarm")
                .isNotNull();
        pulled(payload(exchange, entries("not-fetched").get(0)));
        assertThat(dueAt("answer-offer")).as("the receiver's time is not eaten").isEmpty();
        assertThat(shown(exchange)).contains("not-received", "not-fetched", "notReceivedAt");
        assertThat(standing()).containsExactlyInAnyOrder("NOT_RECEIVED", "NOT_FETCHED");

        firm.listen();
        for (Inbound waiting : cases.centre().inbox(Duration.ZERO)) {
            cases.centre().ack(waiting.deliveryId());
        }
        await().atMost(SOON).until(() -> standing().isEmpty());
        assertThat(jdbc.queryForList("select distinct sender from message where act = 'acknowledged'", String.class))
                .as("in the hub's own space of message ids")
                .containsExactly("hub");
        assertThat(dueAt("answer-offer")).as("due counts from the receipt").hasSize(1);
        clock.move(Duration.ofDays(1));
        await().atMost(SOON).until(() -> entries("clock-lapsed").size() == 1);
        JsonObject lapse = payload(exchange, entries("clock-lapsed").get(0));
        assertThat(Duration.parse(lapse.string("lateBy"))).isGreaterThan(Duration.ofDays(1));
        assertThat(Instant.parse(lapse.string("recordedAt"))).isAfter(Instant.parse(lapse.string("dueAt")));
        assertThat(shown(exchange)).contains("lapseLateBy");
        assertThat(entries("not-received")).hasSize(1);
        assertThat(entries("not-fetched")).hasSize(1);
    }

    private void pushed(String exchange, JsonObject facts) {
        JsonNode delivery = operator.lane(exchange).get(0);
        assertThat(facts.string("clock")).isEqualTo("answer-offer");
        assertThat(facts.string("owes")).isEqualTo(SandboxAgency.FIRM.code());
        assertThat(facts.string("channel")).isEqualTo("PUSH");
        assertThat(facts.string("deliveryId"))
                .isEqualTo(delivery.required("deliveryId").stringValue());
        assertThat(facts.string("reason")).isEqualTo("CONNECT");
        assertThat(facts.get("attempts"))
                .isInstanceOfSatisfying(
                        JsonNumber.class,
                        attempts -> assertThat(attempts.value()).isPositive());
        assertThat(Instant.parse(facts.string("startedAt"))).isBefore(Instant.parse(facts.string("alarmAt")));
    }

    private static void pulled(JsonObject facts) {
        assertThat(facts.string("clock")).isEqualTo("assign-and-inform");
        assertThat(facts.string("owes")).isEqualTo(SandboxAgency.CENTRE.code());
        assertThat(facts.string("channel")).isEqualTo("PULL");
        assertThat(facts.string("availableAt")).isEqualTo(facts.string("startedAt"));
    }

    private List<Long> entries(String act) {
        return jdbc.queryForList("select entry from message where act = ? order by entry", Long.class, act);
    }

    private JsonObject payload(String exchange, long entry) {
        EntryId id = EntryId.ofNumber(entry);
        Map<EntryId, JsonObject> bodies = hub.bean(MessageStore.class).bodies(UUID.fromString(exchange), List.of(id));
        return (JsonObject)
                Objects.requireNonNull(Objects.requireNonNull(bodies.get(id)).get("payload"));
    }

    private List<Long> dueAt(String name) {
        return jdbc.queryForList("select due_at from clock where name = ? and due_at is not null", Long.class, name);
    }

    private String shown(String exchange) throws Exception {
        byte[] answer = cases.court().get("/v1/exchanges/defence-notice/" + exchange);
        return new String(answer, StandardCharsets.UTF_8);
    }

    /** Kinds of the open alarms about what has not arrived. */
    private List<String> standing() {
        return operator.alarms(true).stream()
                .map(alarm -> alarm.required("kind").stringValue())
                .filter(kind -> kind.startsWith("NOT_") && !kind.equals("NOT_ACKNOWLEDGED"))
                .toList();
    }
}
