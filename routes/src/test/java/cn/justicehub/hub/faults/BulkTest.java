package cn.justicehub.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.connectors.sandbox.Credentials;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SimulatedCourt;
import cn.justicehub.connectors.sandbox.SimulatedCourt.Defendant;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.read.MessageStore;
import cn.justicehub.hub.security.Caller;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.hub.testing.MovingClock;
import cn.justicehub.ledger.receipt.Keyring;
import cn.justicehub.ledger.receipt.Options;
import cn.justicehub.ledger.receipt.ReceiptVerifier;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Three hundred notices whose receiver took none of them, and what operators do about them. */
@Tag("long")
class BulkTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int PARKED = 300;

    /** The sandbox has a webhook secret for this one. */
    private static final String CENTRE = SandboxAgency.FIRM.code();

    @TempDir
    private Path directory;

    private final AtomicInteger answer = new AtomicInteger(422);
    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-25T01:00:00Z"));

    @SuppressWarnings("NullAway.Init")
    private HttpServer centre;

    @SuppressWarnings("NullAway.Init")
    private HubUnderTest hub;

    @SuppressWarnings("NullAway.Init")
    private JdbcTemplate jdbc;

    @SuppressWarnings("NullAway.Init")
    private String admin;

    @BeforeEach
    void park() throws Exception {
        centre = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        centre.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(answer.get(), -1);
            }
        });
        centre.setExecutor(Executors.newCachedThreadPool());
        centre.start();
        Path agencies = directory.resolve("agencies");
        agency(agencies, "court-a", "court", "11690106MTEX00011Y", "pull: { ackWithin: PT24H }");
        agency(
                agencies,
                CENTRE,
                "legal-aid-centre",
                "12690106MTEX00012Y",
                "push: { address: 'http://127.0.0.1:" + centre.getAddress().getPort() + "/' }");
        agency(agencies, "bureau-a", "operator", "11690106MTEX000148", "pull: { ackWithin: PT24H }");
        hub = HubUnderTest.start(Map.of("hub.agencies", agencies.toString(), "hub.operations.batch", "10"), clock);
        jdbc = hub.bean(JdbcTemplate.class);
        admin = hub.token("bureau-a", Caller.ADMIN);
        notices();
        await().atMost(SOON).until(() -> count("select count(*) from delivery where state = 'PARKED'") == PARKED);
    }

    private static void agency(Path agencies, String code, String role, String uscc, String channel)
            throws IOException {
        Path folder = Files.createDirectories(agencies.resolve(code));
        Files.writeString(folder.resolve("agency.yaml"), """
                code: %s
                nameZh: 测试机构
                uscc: %s
                roles: [%s]
                level: DISTRICT
                channel: { %s }
                signaturePolicy: OPTIONAL
                """.formatted(code, uscc, role, channel));
    }

    private void notices() throws Exception {
        String token = hub.token("court-a", Caller.WRITE);
        AgencyClient court = new AgencyClient(
                URI.create("http://127.0.0.1"),
                new Credentials("court-a", "court-a", "none", ""),
                null,
                Clock.systemUTC());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> all = IntStream.range(0, PARKED)
                    .<Callable<Integer>>mapToObj(i -> () -> {
                        Act act = SimulatedCourt.notice(900_000 + i, Defendant.JIA, LocalDate.of(2026, 11, 25), null);
                        return post(
                                        "/v1/exchanges/defence-notice",
                                        token,
                                        new String(court.body(act), java.nio.charset.StandardCharsets.UTF_8))
                                .statusCode();
                    })
                    .toList();
            for (Future<Integer> one : threads.invokeAll(all)) {
                assertThat(one.get()).isEqualTo(201);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Every record of an operator verifies from its receipt alone, and the log is whole. */
    @AfterEach
    void check() throws Exception {
        try (HubUnderTest open = hub) {
            Keyring keyring = Receipts.keyring(hub);
            List<Long> entries = jdbc.queryForList(
                    "select entry from message where act in ('retry', 'give-up') limit 50", Long.class);
            for (long entry : entries) {
                byte[] receipt = hub.bean(MessageStore.class).receipt(cn.justicehub.hub.commit.EntryId.ofNumber(entry));
                assertThat(ReceiptVerifier.verify(receipt, null, keyring, Options.both())
                                .ok())
                        .isTrue();
            }
            new LogCheck(open).isWhole();
        } finally {
            centre.stop(0);
        }
    }

    private HttpResponse<String> post(String path, String token, String body) {
        return hub.requests()
                .post(
                        path,
                        body,
                        request -> request.header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json"));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private long count(String sql) {
        Long count = jdbc.queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }

    private static String asked(String person, String decision, String selection) {
        return "{\"messageId\":\"" + UUID.randomUUID() + "\",\"actor\":{\"id\":\"" + person
                + "\",\"role\":\"operator\"},\"reason\":\"系统已修复\",\"decision\":\"" + decision
                + "\",\"selection\":" + selection + "}";
    }

    private static String decided(String person, String more) {
        return "{\"messageId\":\"" + UUID.randomUUID() + "\",\"actor\":{\"id\":\"" + person
                + "\",\"role\":\"operator\"},\"reason\":\"同意\"" + more + "}";
    }

    private JsonNode started(String body) {
        HttpResponse<String> answer = post("/v1/operations", admin, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private JsonNode shown(String operationId) {
        return json(hub.requests()
                .get("/v1/operations/" + operationId, request -> request.header("Authorization", "Bearer " + admin)));
    }

    private static String id(JsonNode operation) {
        return operation.required("operationId").stringValue();
    }

    private void refused(HttpResponse<String> answer, int status, String... codes) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        List<String> found = new ArrayList<>();
        json(answer)
                .required("violations")
                .forEach(one -> found.add(one.required("code").stringValue()));
        assertThat(found).containsExactlyInAnyOrder(codes);
    }

    private JsonNode ended(String operationId) {
        await().atMost(SOON).until(() -> shown(operationId).has("endedAt"));
        return shown(operationId);
    }

    /** What became of each of its deliveries, page by page. */
    private List<String> outcomes(String operationId) {
        List<String> outcomes = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            HttpResponse<String> page = hub.requests()
                    .get(
                            "/v1/operations/" + operationId + "/deliveries?limit=120" + cursor,
                            request -> request.header("Authorization", "Bearer " + admin));
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            json(page)
                    .required("items")
                    .forEach(one -> outcomes.add(one.required("outcome").stringValue()));
            JsonNode next = json(page).path("nextCursor");
            cursor = next.isString() ? "&cursor=" + next.stringValue() : null;
        }
        return outcomes;
    }

    @Test
    void allOfAnAgencyAreTriedAgainWhileOneIsSettledBeside() {
        String settled =
                jdbc.queryForObject("select max(delivery_id) from delivery where state = 'PARKED'", String.class);
        answer.set(204);
        String body = asked("operator-1", "RETRY", "{\"agency\":\"" + CENTRE + "\",\"parkedReason\":\"HTTP_422\"}");

        JsonNode operation = started(body);
        assertThat(post("/v1/deliveries/" + settled + "/retry", admin, decided("operator-2", ""))
                        .statusCode())
                .isIn(201, 409);
        assertThat(id(started(body))).as("the same request again").isEqualTo(id(operation));

        JsonNode end = ended(id(operation));
        assertThat(end.required("state").stringValue()).isEqualTo("FINISHED");
        assertThat(end.required("total").intValue()).isEqualTo(PARKED);
        assertThat(end.required("done").intValue() + end.required("skipped").intValue())
                .isEqualTo(PARKED);
        assertThat(end.required("skipped").intValue()).isLessThanOrEqualTo(1);
        assertThat(end.required("failed").intValue()).isZero();
        List<String> outcomes = outcomes(id(operation));
        assertThat(outcomes).hasSize(PARKED);
        assertThat(outcomes.stream().filter("DONE"::equals))
                .hasSize(end.required("done").intValue());
        assertThat(count("select count(*) from message where act = 'retry'"))
                .as("each once")
                .isEqualTo(PARKED);
        await().atMost(SOON).until(() -> count("select count(*) from delivery where state = 'DELIVERED'") == PARKED);
        assertThat(count("select count(*) from message where act = 'bulk-asked'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from message where act = 'bulk-finished'"))
                .isEqualTo(1);
        assertThat(json(hub.requests()
                                .get("/v1/operations", request -> request.header("Authorization", "Bearer " + admin)))
                        .required("items"))
                .hasSize(1);
    }

    @Test
    void givingUpManyWaitsForASecondPersonAndCanBeStopped() {
        JsonNode operation = started(asked("operator-1", "GIVE_UP", "{}"));
        String path = "/v1/operations/" + id(operation);
        assertThat(operation.required("state").stringValue()).isEqualTo("WAITING_APPROVAL");
        assertThat(operation.required("stateZh").stringValue()).isEqualTo("待第二人批准");

        refused(post(path + "/approve", admin, decided("operator-1", ",\"total\":7")), 409, "E-CONFLICT", "E-STATE");
        refused(post(path + "/approve", admin, decided("operator-2", "")), 422, "E-SCHEMA");
        assertThat(count("select count(*) from message where act like 'bulk-%'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from delivery where state = 'PARKED'"))
                .isEqualTo(PARKED);

        String approval = decided("operator-2", ",\"total\":" + PARKED);
        assertThat(post(path + "/approve", admin, approval).statusCode()).isEqualTo(200);
        assertThat(post(path + "/approve", admin, approval).statusCode())
                .as("again")
                .isEqualTo(200);
        assertThat(post(path + "/stop", admin, decided("operator-3", "")).statusCode())
                .isEqualTo(200);

        JsonNode end = ended(id(operation));
        int done = end.required("done").intValue();
        assertThat(end.required("state").stringValue()).isEqualTo("STOPPED");
        assertThat(end.required("approvedBy").stringValue()).isEqualTo("operator-2");
        assertThat(done).isLessThan(PARKED);
        assertThat(count("select count(*) from delivery where state = 'GIVEN_UP'"))
                .isEqualTo(done);
        assertThat(count("select count(*) from message where act = 'give-up'")).isEqualTo(done);
        refused(post(path + "/stop", admin, decided("operator-3", "")), 409, "E-STATE");
        refused(post(path + "/approve", admin, decided("operator-4", ",\"total\":" + PARKED)), 409, "E-STATE");
    }

    @Test
    void whatNobodyApprovesInTimeIsNotDone() {
        JsonNode operation = started(asked("operator-1", "GIVE_UP", "{}"));

        clock.move(Duration.ofHours(25));

        assertThat(ended(id(operation)).required("state").stringValue()).isEqualTo("EXPIRED");
        assertThat(count("select count(*) from delivery where state = 'PARKED'"))
                .isEqualTo(PARKED);
        refused(
                post("/v1/operations/" + id(operation) + "/approve", admin, decided("operator-2", ",\"total\":300")),
                409,
                "E-STATE");
    }

    @Test
    void badRequestsNameEverythingAndChangeNothing() {
        List<String> two = jdbc.queryForList("select delivery_id from delivery order by 1 limit 2", String.class);

        refused(
                post(
                        "/v1/operations",
                        admin,
                        "{\"messageId\":\"x\",\"decision\":\"DELETE\",\"selection\":{\"all\":1}}"),
                422,
                "E-SCHEMA",
                "E-INCOMPLETE",
                "E-SCHEMA",
                "E-SCHEMA",
                "E-SCHEMA");
        refused(
                post("/v1/operations", admin, asked("o", "RETRY", "{\"deliveryIds\":[\"9-9-nobody\"]}")),
                422,
                "E-NOTFOUND");
        refused(post("/v1/operations", admin, asked("o", "RETRY", "{\"agency\":\"court-a\"}")), 422, "E-STATE");
        refused(
                post(
                        "/v1/operations",
                        admin,
                        asked("o", "RETRY", "{\"deliveryIds\":[\"" + two.get(0) + "\"],\"agency\":\"court-a\"}")),
                422,
                "E-SCHEMA");
        String court = hub.token("court-a", Caller.WRITE, Caller.READ);
        refused(post("/v1/operations", court, asked("o", "RETRY", "{}")), 403, "E-AUTH");
        refused(post("/v1/operations/" + UUID.randomUUID() + "/stop", admin, decided("o", "")), 404, "E-NOTFOUND");
        refused(
                hub.requests()
                        .get(
                                "/v1/operations?cursor=tampered",
                                request -> request.header("Authorization", "Bearer " + admin)),
                400,
                "E-SCHEMA");
        assertThat(count("select count(*) from bulk_operation")).isZero();
        assertThat(count("select count(*) from message where act like 'bulk-%'"))
                .isZero();

        JsonNode some =
                started(asked("o", "GIVE_UP", "{\"deliveryIds\":[\"" + two.get(0) + "\",\"" + two.get(1) + "\"]}"));
        assertThat(ended(id(some)).required("done").intValue())
                .as("few need no approval")
                .isEqualTo(2);
        refused(
                post("/v1/operations", admin, asked("o", "GIVE_UP", "{\"deliveryIds\":[\"" + two.get(0) + "\"]}")),
                409,
                "E-STATE");
    }

    @Test
    void aMessageIdThatWasUsedForSomethingElseStartsNothing() {
        String id = jdbc.queryForObject("select min(delivery_id) from delivery", String.class);
        String used = decided("operator-1", "");
        assertThat(post("/v1/deliveries/" + id + "/retry", admin, used).statusCode())
                .isEqualTo(201);
        String messageId =
                JsonMapper.shared().readTree(used).required("messageId").stringValue();
        String body = asked("operator-1", "RETRY", "{}")
                .replaceFirst("\"messageId\":\"[^\"]*", "\"messageId\":\"" + messageId);

        refused(post("/v1/operations", admin, body), 409, "E-DUP");

        assertThat(count("select count(*) from bulk_operation")).isZero();
        String first = asked("operator-1", "RETRY", "{\"agency\":\"" + CENTRE + "\"}");
        started(first);
        refused(post("/v1/operations", admin, first.replace("RETRY", "GIVE_UP")), 409, "E-DUP");
        assertThat(count("select count(*) from message where act = 'give-up'")).isZero();
    }
}
