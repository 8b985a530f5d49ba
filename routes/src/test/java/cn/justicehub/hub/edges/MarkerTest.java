package cn.justicehub.hub.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.Paper;
import cn.justicehub.connectors.sandbox.PushAgent;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.connectors.sandbox.SimulatedFirm;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.testing.HubUnderTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.node.ObjectNode;

/** What is written about persons lies nowhere in plain: not in logs, problems, headers, lists, tables, files or the public log. */
@ExtendWith(OutputCaptureExtension.class)
class MarkerTest {

    private static final Steps STEPS = new Steps(Marker.WORD);

    private final List<HttpResponse<String>> shown = new ArrayList<>();
    private Path data;

    @BeforeEach
    void makeData() throws IOException {
        data = Places.newData();
    }

    @AfterEach
    void clean() throws IOException {
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel("cn.justicehub", null);
        FileSystemUtils.deleteRecursively(data);
    }

    @Test
    void personal_data_is_found_nowhere(CapturedOutput output) throws Exception {
        try (HubUnderTest hub = HubUnderTest.startIn(data, Map.of("logging.level.cn.justicehub", "debug"))) {
            List<Accepted> accepted = journey(hub);
            String exchange = accepted.get(0).exchangeId();
            new BadRequests(hub, exchange, shown).send();
            lists(hub, accepted);

            for (HttpResponse<String> answer : shown) {
                assertThat(Marker.in(answer.body() + answer.headers().map()))
                        .as(answer.uri() + " " + answer.body())
                        .isEmpty();
            }
            assertThat(Hidden.inColumns(hub.bean(JdbcTemplate.class))).isEmpty();
            publicLog(hub, accepted.size());
            Receipts.verify(hub, accepted);
        }
        assertThat(Hidden.inFiles(data))
                .as("database, write-ahead log, broker journal and whatever else there may be")
                .isEmpty();
        assertThat(output.getAll()).contains("refused");
        assertThat(Marker.in(output.getAll())).isEmpty();
    }

    private static List<Accepted> journey(HubUnderTest hub) throws Exception {
        Desk court = Desk.of(hub, SandboxAgency.COURT);
        Desk centre = Desk.of(hub, SandboxAgency.CENTRE);
        Desk firm = Desk.of(hub, SandboxAgency.FIRM);
        SandboxHome home = hub.bean(SandboxHome.class);
        List<Accepted> accepted = new ArrayList<>();
        try (PushAgent pushed = PushAgent.stepwise(
                home.firmAddress(),
                home.firmSecret(),
                home.client(SandboxAgency.FIRM, hub.uri(""), Clock.systemUTC()),
                new SimulatedFirm())) {
            accepted.addAll(acts(court, centre, firm));
            await().atMost(Duration.ofSeconds(30)).until(() -> pushesDone(hub));
        }
        return accepted;
    }

    /** From notice to closing, with the marker in every field that holds words about persons. */
    static List<Accepted> acts(Desk court, Desk centre, Desk firm) {
        List<Accepted> accepted = new ArrayList<>();
        accepted.add(court.does(notice()));
        String exchange = accepted.get(0).exchangeId();
        accepted.add(centre.does(STEPS.validate(exchange)));
        accepted.add(centre.does(STEPS.assign(exchange)));
        accepted.add(centre.does(STEPS.offer(exchange)));
        accepted.add(firm.does(STEPS.accept(exchange)));
        accepted.add(centre.does(STEPS.reply(exchange)));
        accepted.add(court.does(STEPS.register(exchange)));
        accepted.add(firm.does(STEPS.close(exchange)));
        assertThat(centre.get("/v1/exchanges/" + Steps.TYPE + "/" + exchange).body())
                .as("the marker is there for whom it is meant")
                .contains(Marker.WORD, Marker.PHONE, Marker.ID_NO);
        return accepted;
    }

    static Act notice() {
        Act plain = Steps.notice();
        ObjectNode payload = (ObjectNode) plain.payload().deepCopy();
        payload.put("noticeNo", payload.required("noticeNo").stringValue() + Marker.WORD)
                .put("caseNo", Marker.CASE_NO)
                .put("chargeName", "盗窃罪" + Marker.WORD)
                .put("groundEvidence", "残疾人证" + Marker.WORD)
                .put("priorAssignmentNo", Marker.WORD);
        payload.withObjectProperty("party")
                .put("name", "测试庚" + Marker.WORD)
                .put("idNo", Marker.ID_NO)
                .put("birthDate", "1995-12-31")
                .put("phone", Marker.PHONE)
                .put("custodyPlace", "测试看守所" + Marker.WORD)
                .putObject("guardian")
                .put("name", "测试监护人" + Marker.WORD)
                .put("relation", "父" + Marker.WORD)
                .put("contact", Marker.PHONE);
        payload.withObjectProperty("contact")
                .put("officer", "测试法官" + Marker.WORD)
                .put("phone", Marker.PHONE);
        payload.putObject("hearing").put("place", "第一法庭" + Marker.WORD);
        payload.putArray("coDefendants").addObject().put("ref", Marker.WORD).put("lawyerRef", Marker.WORD);
        return Act.opening(plain.type(), plain.act(), 1, plain.actor(), payload)
                .with(new Paper("NOTICE", "公函" + Marker.WORD, "通知" + Marker.WORD));
    }

    static boolean pushesDone(HubUnderTest hub) {
        return hub
                .bean(JdbcTemplate.class)
                .queryForList("select state from delivery where mode = 'PUSH'", String.class)
                .stream()
                .allMatch("DELIVERED"::equals);
    }

    /** What agencies, operators and auditors get without asking for one message. */
    private void lists(HubUnderTest hub, List<Accepted> accepted) {
        Desk court = Desk.of(hub, SandboxAgency.COURT);
        Desk auditor = Desk.of(hub, SandboxAgency.AUDITOR);
        Desk bureau = Desk.of(hub, SandboxAgency.BUREAU);
        HttpResponse<String> found = court.post(
                "/v1/searches",
                Desk.bytes(Desk.JSON
                        .createObjectNode()
                        .put("type", Steps.TYPE)
                        .set("keys", Desk.JSON.createObjectNode().put("/party/idNo", Marker.ID_NO))));
        assertThat(found.body()).contains(accepted.get(0).exchangeId());
        shown.add(found);
        shown.add(auditor.post("/v1/searches", "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        shown.add(auditor.get(
                "/v1/exchanges/" + Steps.TYPE + "/" + accepted.get(0).exchangeId()));
        for (String path : List.of("/v1/deliveries", "/v1/alarms", "/actuator/prometheus", "/actuator/health")) {
            shown.add(bureau.get(path));
            shown.add(auditor.get(path));
        }
        for (Accepted one : accepted) {
            for (String what : List.of("/proof", "/deliveries")) {
                shown.add(auditor.get("/v1/messages/" + one.entryId() + what));
            }
        }
    }

    /** What the public log holds of the journey. */
    private static void publicLog(HubUnderTest hub, int atLeast) {
        await().atMost(Duration.ofSeconds(10)).until(() -> size(hub) >= atLeast);
        long size = size(hub);
        for (String tree : List.of("", "/sm3")) {
            for (String path : List.of("/checkpoint", "/tile/0/000.p/" + size, "/tile/entries/000.p/" + size)) {
                HttpResponse<String> answer = hub.requests().get("/log/1" + tree + path);
                assertThat(answer.statusCode()).as(tree + path).isEqualTo(200);
                assertThat(Marker.in(answer.body())).isEmpty();
            }
        }
        assertThat(Marker.in(hub.requests().get("/log/keyring").body())).isEmpty();
    }

    private static long size(HubUnderTest hub) {
        return Long.parseLong(hub.requests().get("/log/1/checkpoint").body().split("\n")[1]);
    }
}
