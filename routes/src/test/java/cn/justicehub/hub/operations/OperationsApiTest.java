package cn.justicehub.hub.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.Actor;
import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.connectors.sandbox.PullAgent;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.connectors.sandbox.SimulatedCentre;
import cn.justicehub.hub.testing.Calls;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.hub.testing.Notices;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A law firm that refuses a message, and what operators see of it and do about it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationsApiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String WHY = "律所系统已修复，重新投递";

    private final AtomicInteger status = new AtomicInteger(422);
    private HubUnderTest hub;
    private HttpServer firm;
    private Calls operator;

    @BeforeAll
    void start() throws Exception {
        hub = HubUnderTest.start(Map.of());
        URI address = hub.bean(SandboxHome.class).firmAddress();
        firm = HttpServer.create(new InetSocketAddress("127.0.0.1", address.getPort()), 0);
        firm.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        firm.start();
        operator = Calls.of(hub, SandboxAgency.BUREAU);
    }

    @AfterAll
    void stop() {
        firm.stop(0);
        hub.close();
    }

    @BeforeEach
    void refuse() {
        status.set(422);
    }

    /** Sends a notice whose offer the firm refuses; gives the parked delivery as an operator sees it. */
    private JsonNode parked() throws Exception {
        Accepted notice = Notices.sent(hub);
        try (PullAgent centre = new PullAgent(Notices.client(hub, SandboxAgency.CENTRE), new SimulatedCentre())) {
            assertThat(centre.step(Duration.ofSeconds(1)))
                    .allSatisfy(handled -> assertThat(handled.refusals()).isEmpty());
        }
        return await().atMost(PATIENCE)
                .until(() -> first("PARKED", notice.exchangeId()), found -> !found.isMissingNode());
    }

    private JsonNode first(String state, String exchangeId) throws Exception {
        JsonNode page = Calls.json(operator.get("/v1/deliveries?limit=200&state=" + state));
        return page.path("items").values().stream()
                .filter(item -> item.path("exchangeId").stringValue().equals(exchangeId))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static String body(UUID messageId) {
        return "{\"messageId\":\"" + messageId + "\",\"actor\":{\"id\":\"op-01\",\"role\":\"operator\"},\"reason\":\""
                + WHY + "\"}";
    }

    private HttpResponse<byte[]> decide(JsonNode delivery, String what, String body) throws Exception {
        return operator.post("/v1/deliveries/" + delivery.path("deliveryId").stringValue() + "/" + what, body);
    }

    @Test
    void a_parked_delivery_names_its_evidence_raises_an_alarm_and_holds_its_lane() throws Exception {
        JsonNode delivery = parked();
        String exchangeId = delivery.path("exchangeId").stringValue();
        assertThat(delivery.path("reason").stringValue()).isEqualTo("HTTP_422");
        assertThat(delivery.path("receiver").stringValue()).isEqualTo(SandboxAgency.FIRM.code());

        AgencyClient auditor = Notices.client(hub, SandboxAgency.AUDITOR);
        JsonNode evidence = new JsonMapper()
                .readTree(auditor.receipt(delivery.path("evidenceEntryId").stringValue()));
        assertThat(evidence.path("exchangeId").stringValue()).isEqualTo(exchangeId);

        JsonNode alarms = Calls.json(operator.get("/v1/alarms?open=true&limit=200"));
        assertThat(alarms.path("items").values()).anySatisfy(alarm -> {
            assertThat(alarm.path("deliveryId")).isEqualTo(delivery.path("deliveryId"));
            assertThat(alarm.path("kind").stringValue()).isEqualTo("DELIVERY_PARKED");
            assertThat(alarm.path("messageZh").stringValue()).contains("已挂起");
        });

        withdraw(exchangeId);
        JsonNode held =
                await().atMost(PATIENCE).until(() -> first("HELD", exchangeId), found -> !found.isMissingNode());
        assertThat(held.path("heldBehind")).isEqualTo(delivery.path("deliveryId"));
        assertThat(first("WAITING", exchangeId).isMissingNode()).isTrue();
    }

    private void withdraw(String exchangeId) throws Exception {
        Act withdraw = Act.later(
                "defence-notice",
                "withdraw",
                exchangeId,
                1,
                new Actor("court-clerk-01", "clerk"),
                JsonMapper.shared()
                        .createObjectNode()
                        .put("event", "WITHDRAW")
                        .put("effectiveAt", "2026-11-21T10:00:00+08:00")
                        .put("reason", "案件已撤销"));
        Notices.client(hub, SandboxAgency.COURT).post(withdraw);
    }

    @Test
    void a_retry_is_recorded_once_and_its_words_are_kept_sealed() throws Exception {
        JsonNode delivery = parked();
        UUID messageId = UUID.randomUUID();
        status.set(200);

        HttpResponse<byte[]> first = decide(delivery, "retry", body(messageId));
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Location")).isPresent();
        await().atMost(PATIENCE)
                .until(() -> !first("DELIVERED", delivery.path("exchangeId").stringValue())
                        .isMissingNode());

        HttpResponse<byte[]> again = decide(delivery, "retry", body(messageId));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(decide(delivery, "give-up", body(messageId)).statusCode()).isEqualTo(409);
        assertThat(decide(delivery, "retry", body(UUID.randomUUID())).statusCode())
                .isEqualTo(409);
        assertThat(hub.bean(JdbcTemplate.class)
                        .queryForList(
                                "select d::text from delivery d union all select a::text from alarm a", String.class))
                .noneMatch(row -> row.contains(WHY));
    }

    @Test
    void giving_up_ends_a_delivery_and_keeps_its_evidence() throws Exception {
        JsonNode delivery = parked();

        assertThat(decide(delivery, "give-up", body(UUID.randomUUID())).statusCode())
                .isEqualTo(201);

        JsonNode given = first("GIVEN_UP", delivery.path("exchangeId").stringValue());
        assertThat(given.path("evidenceEntryId")).isEqualTo(delivery.path("evidenceEntryId"));
        assertThat(given.has("endedAt")).isTrue();
    }

    @Test
    void everything_wrong_with_a_decision_is_told_at_once() throws Exception {
        JsonNode delivery = parked();

        HttpResponse<byte[]> refused = decide(delivery, "retry", "{\"messageId\":\"1\",\"reason\":\" \",\"why\":1}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Calls.json(refused).path("violations").values().stream()
                        .map(violation -> violation.path("field").stringValue()))
                .containsExactlyInAnyOrder("", "/messageId", "/actor", "/reason");
        assertThat(decide(delivery, "retry", "{\"reason\":\"a\",\"reason\":\"b\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(new String(refused.body(), StandardCharsets.UTF_8)).doesNotContain("why");
    }

    @Test
    void deciding_is_for_operators_only_and_pushes_are_not_acknowledged() throws Exception {
        JsonNode delivery = parked();
        String path = "/v1/deliveries/" + delivery.path("deliveryId").stringValue() + "/retry";

        for (SandboxAgency agency : new SandboxAgency[] {SandboxAgency.FIRM, SandboxAgency.AUDITOR}) {
            assertThat(Calls.of(hub, agency).post(path, body(UUID.randomUUID())).statusCode())
                    .isEqualTo(403);
        }
        assertThat(operator.post("/v1/deliveries/1-999999999-firm/retry", body(UUID.randomUUID()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(Calls.of(hub, SandboxAgency.FIRM)
                        .post("/v1/inbox/" + delivery.path("deliveryId").stringValue() + "/ack", "")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void lists_page_in_order_and_skip_nothing() throws Exception {
        parked();
        parked();
        for (String list : new String[] {"/v1/deliveries?", "/v1/alarms?"}) {
            JsonNode whole = Calls.json(operator.get(list + "limit=200"));
            String id = list.contains("alarms") ? "alarmId" : "deliveryId";
            String cursor = "";
            for (JsonNode item : whole.path("items")) {
                JsonNode page = Calls.json(operator.get(list + "limit=1" + cursor));
                assertThat(page.at("/items/0/" + id)).isEqualTo(item.path(id));
                cursor = "&cursor=" + page.path("nextCursor").asString("");
            }
        }
    }
}
