package cn.justicehub.hub.edges;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.api.loading.BuiltInTypes;
import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.security.Caller;
import cn.justicehub.hub.testing.HubUnderTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Folders brought in force while the hub runs: additions and new versions, whole, by a person, and nothing else. */
class ActivationTest {

    private static final String SUBMIT_LABEL = "submit: 通知辩护（代理）";

    @TempDir
    private Path exchanges;

    @SuppressWarnings("NullAway.Init")
    private HubUnderTest hub;

    @SuppressWarnings("NullAway.Init")
    private String admin;

    @BeforeEach
    void start() throws Exception {
        hub = HubUnderTest.start(Map.of("hub.definitions.exchanges", exchanges.toString()));
        admin = hub.token(SandboxAgency.BUREAU.code(), Caller.ADMIN);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private void writeType(String file, String old, String changed) throws IOException {
        for (Map.Entry<String, byte[]> one :
                BuiltInTypes.content(Steps.TYPE).toMap().entrySet()) {
            Path path = exchanges.resolve(Steps.TYPE).resolve(one.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            if (!Files.exists(path)) {
                Files.write(path, one.getValue());
            }
        }
        Path path = exchanges.resolve(Steps.TYPE).resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(old);
        Files.writeString(path, text.replace(old, changed));
    }

    private HttpResponse<String> activate(String token, String body) {
        return hub.requests()
                .post(
                        "/v1/definitions/activate",
                        body,
                        request -> request.header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json"));
    }

    private static String body() {
        return "{\"messageId\":\"" + UUID.randomUUID()
                + "\",\"actor\":{\"id\":\"operator-1\",\"role\":\"operator\"},\"reason\":\"新增机构\"}";
    }

    private JsonNode check() {
        return JsonMapper.shared()
                .readTree(hub.requests()
                        .get("/v1/definitions", request -> request.header("Authorization", "Bearer " + admin))
                        .body());
    }

    private static List<String> texts(JsonNode report, String member) {
        return report.required(member).valueStream().map(JsonNode::stringValue).toList();
    }

    private long activations() {
        Long count = hub.bean(JdbcTemplate.class)
                .queryForObject("select count(*) from message where act = 'activate-definitions'", Long.class);
        return count == null ? 0 : count;
    }

    private void addAgency(String code, String secret) throws IOException {
        Path folder =
                Files.createDirectories(hub.bean(SandboxHome.class).agencies().resolve(code));
        Files.writeString(
                folder.resolve("agency.yaml"), """
                code: %s
                nameZh: 测试律所二
                uscc: 31690106MTEX00029N
                roles: [law-firm]
                channel: { pull: { ackWithin: PT24H } }
                signaturePolicy: OPTIONAL
                credentials:
                  - clientId: %s
                    secretHash: "{bcrypt}%s"
                """.formatted(code, code, new BCryptPasswordEncoder(10).encode(secret)));
    }

    @Test
    void additionsComeInForceAtOnceAndOpenExchangesGoOn() throws Exception {
        Desk court = Desk.of(hub, SandboxAgency.COURT);
        Accepted before = court.does(Steps.notice());
        addAgency("firm-new", "a fresh secret");
        writeType(
                "schemas/validate.json",
                "\"note\":",
                "\"room\": {\"title\": \"办公室\", \"type\": \"string\", \"maxLength\": 20}, \"note\":");
        assertThat(hub.requests().token("firm-new", "a fresh secret", "").statusCode())
                .isEqualTo(401);

        JsonNode checked = check();
        assertThat(texts(checked, "changes"))
                .containsExactly("exchanges/defence-notice: version 1 to 1", "agencies/firm-new: new");
        assertThat(texts(checked, "faults")).isEmpty();
        assertThat(activations()).as("only the start's").isEqualTo(1);

        String body = body();
        assertThat(activate(admin, body).statusCode()).isEqualTo(200);
        assertThat(activate(admin, body).statusCode()).as("again").isEqualTo(200);

        assertThat(activations()).isEqualTo(2);
        assertThat(check().required("revision").intValue()).isEqualTo(2);
        assertThat(hub.requests().token("firm-new", "a fresh secret", "").statusCode())
                .isEqualTo(200);
        assertThat(court.get("/v1/agencies").body()).contains("firm-new");
        assertThat(court.get("/v1/openapi.json").body()).contains("办公室");
        Accepted after = court.does(Steps.notice());
        Accepted on = Desk.of(hub, SandboxAgency.CENTRE).does(Steps.PLAIN.validate(before.exchangeId()));
        Receipts.verify(hub, List.of(before, after, on));
        Act again = before.act();
        Accepted joined = court.does(Act.opening(again.type(), again.act(), 1, again.actor(), again.payload()));
        assertThat(joined.exchangeId()).as("within the version").isEqualTo(before.exchangeId());
        assertThat(activate(admin, body()).statusCode()).as("nothing new").isEqualTo(409);
    }

    @Test
    void whatIsMoreThanAnAdditionOrFaultyIsRefusedWhole() throws Exception {
        addAgency("firm-new", "a fresh secret");
        writeType("type.yaml", "count: 1W", "count: 2W");
        writeType("labels.yaml", SUBMIT_LABEL, "submit: 通知");
        List<String> faults = texts(check(), "faults");
        assertThat(faults)
                .singleElement()
                .asString()
                .contains("exchanges/defence-notice/type.yaml#/clocks/answer-offer/count", "raise the version");

        HttpResponse<String> refused = activate(admin, body());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("answer-offer/count", "定义不能启用");

        writeType("type.yaml", "stop: [accept, decline, withdraw]", "stop: [accept, vanish]");
        Path agency = hub.bean(SandboxHome.class).agencies().resolve("firm-new/agency.yaml");
        Files.writeString(agency, Files.readString(agency).replace("law-firm", "no-such-role"));
        HttpResponse<String> faulty = activate(admin, body());
        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(faulty.body()).contains("vanish", "agencies/firm-new");

        assertThat(activations()).isEqualTo(1);
        assertThat(hub.requests().token("firm-new", "a fresh secret", "").statusCode())
                .isEqualTo(401);
        Receipts.verify(hub, List.of(Desk.of(hub, SandboxAgency.COURT).does(Steps.notice())));
    }

    @Test
    void onlyAnOperatorWithAPersonMay() throws Exception {
        addAgency("firm-new", "a fresh secret");
        String court = hub.token(SandboxAgency.COURT.code(), Caller.READ, Caller.WRITE);
        String auditor = hub.token(SandboxAgency.AUDITOR.code(), Caller.AUDIT);

        assertThat(activate(court, body()).statusCode()).isEqualTo(403);
        assertThat(activate(auditor, body()).statusCode()).isEqualTo(403);
        HttpResponse<String> nobody = activate(admin, "{\"messageId\":\"" + UUID.randomUUID() + "\"}");
        assertThat(nobody.statusCode()).isEqualTo(422);
        assertThat(nobody.body()).contains("/actor", "/reason");
        assertThat(activations()).isEqualTo(1);
    }

    @Test
    void aNewVersionTakesNewExchangesAndTheOldOnesKeepTheirs() throws Exception {
        Desk court = Desk.of(hub, SandboxAgency.COURT);
        Accepted before = court.does(Steps.notice());
        writeType("type.yaml", "version: 1", "version: 2");
        writeType("type.yaml", "count: 1W", "count: 2W");

        assertThat(activate(admin, body()).statusCode()).isEqualTo(200);

        var old = Steps.notice();
        assertThat(court.post(old, court.signed(old, court.body(old))).statusCode())
                .as("nothing is opened under version 1 any more")
                .isEqualTo(422);
        Act drawn = Steps.notice();
        Accepted second = court.does(Act.opening(drawn.type(), drawn.act(), 2, drawn.actor(), drawn.payload()));
        assertThat(court.get("/v1/exchanges/" + Steps.TYPE + "/" + second.exchangeId())
                        .body())
                .contains("\"version\":2");
        Accepted on = Desk.of(hub, SandboxAgency.CENTRE).does(Steps.PLAIN.validate(before.exchangeId()));
        assertThat(court.get("/v1/exchanges/" + Steps.TYPE + "/" + before.exchangeId())
                        .body())
                .contains("\"version\":1");
        Receipts.verify(hub, List.of(before, second, on));
    }
}
