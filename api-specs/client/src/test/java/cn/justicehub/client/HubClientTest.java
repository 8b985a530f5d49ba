package cn.justicehub.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.justicehub.client.FakeHub.Scripted;
import cn.justicehub.client.api.DefenceNoticeApi;
import cn.justicehub.client.api.ExchangesApi;
import cn.justicehub.client.api.InboxApi;
import cn.justicehub.client.api.MessagesApi;
import cn.justicehub.client.model.ActBody;
import cn.justicehub.client.model.Actor;
import cn.justicehub.client.model.AssignDefenceNotice;
import cn.justicehub.client.model.AssignDefenceNoticePayload;
import cn.justicehub.client.model.InboxPage;
import cn.justicehub.client.model.Lawyer;
import cn.justicehub.client.model.Receipt;
import cn.justicehub.client.model.Validation;
import cn.justicehub.client.model.Violation;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HubClientTest {

    private static final String RECEIPT = """
            {"acceptedAt":1790000000000 ,  "entryId":"1-7","exchangeId":"0b0c7f0e-6f52-4f0a-9a44-0d6c4f1f5b11",
             "durability":"single-node","warnings":["E-LATE"],"leaf":{"at":1790000000000,"sha256":"%1$s","sm3":"%1$s","v":1},
             "opening":{"record":{"titleZh":"通知辩护"}},"proof":"p\\n","proofSm3":"q\\n"}""".formatted("ab".repeat(32));

    private static final UUID MESSAGE = UUID.fromString("6a3b8f51-6f0e-4d53-9f6a-2f0f2b1c9d10");

    private static HubClient client(FakeHub hub) {
        HttpClient http = HttpClient.newHttpClient();
        return new HubClient(
                hub.address(),
                http,
                new ClientCredentials(hub.address(), http, "court-1", "s?cret"),
                Duration.ofSeconds(20));
    }

    private static ActBody body() {
        return new ActBody()
                .messageId(MESSAGE)
                .schemaVersion(1)
                .sentAt(OffsetDateTime.parse("2026-09-30T10:00:00+08:00"))
                .payload(Map.of("name", "测试甲"));
    }

    @Test
    void aReceiptIsKeptByteForByte() throws Exception {
        try (FakeHub hub = new FakeHub(Scripted.json(200, RECEIPT))) {
            Answer<Receipt> answer = new MessagesApi(client(hub)).getReceipt("1-7");
            assertThat(answer.bytes()).isEqualTo(RECEIPT.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.get().getEntryId()).isEqualTo("1-7");
            assertThat(answer.get().getWarnings()).containsExactly("E-LATE");
            assertThat(answer.sent()).isEmpty();
            assertThat(hub.asked.get(0).uri()).isEqualTo("/v1/messages/1-7/receipt");
            assertThat(hub.asked.get(0).authorization()).isEqualTo("Bearer t1");
        }
    }

    @Test
    void aTypedActGoesToItsOwnPath() throws Exception {
        String exchangeId = "0b0c7f0e-6f52-4f0a-9a44-0d6c4f1f5b11";
        try (FakeHub hub = new FakeHub(Scripted.json(201, RECEIPT))) {
            AssignDefenceNotice act = new AssignDefenceNotice()
                    .messageId(MESSAGE)
                    .sentAt(OffsetDateTime.parse("2026-10-08T09:00:00+08:00"))
                    .actor(new Actor().id("p-17").role("assigner"))
                    .payload(new AssignDefenceNoticePayload()
                            .lawyer(new Lawyer()
                                    .name("测试律师")
                                    .licenceNo("16901201010123456")
                                    .firmUscc("31690106MTEX00001U")
                                    .phone("0431-00000000")
                                    .practiceSince(LocalDate.parse("2012-05-01"))));
            Answer<Receipt> answer = new DefenceNoticeApi(client(hub)).assignDefenceNotice(exchangeId, act);
            assertThat(answer.status()).isEqualTo(201);
            assertThat(hub.asked.get(0).method()).isEqualTo("POST");
            assertThat(hub.asked.get(0).uri()).isEqualTo("/v1/exchanges/defence-notice/" + exchangeId + "/assign");
            assertThat(new String(hub.asked.get(0).body(), StandardCharsets.UTF_8))
                    .contains("\"practiceSince\":\"2012-05-01\"", "测试律师")
                    .doesNotContain("null");
        }
    }

    @Test
    void theSentBodyIsKeptAndCanBeSentAgain() throws Exception {
        String valid = "{\"valid\":true,\"violations\":[],\"warnings\":[]}";
        try (FakeHub hub = new FakeHub(Scripted.json(200, valid), Scripted.json(200, valid))) {
            ExchangesApi exchanges = new ExchangesApi(client(hub));
            Answer<Validation> first = exchanges.validateAct("defence-notice", "submit", body(), null);
            Answer<Validation> again = exchanges.validateAct("defence-notice", "submit", first.sent(), null);
            assertThat(first.get().getValid()).isTrue();
            assertThat(hub.asked).extracting(FakeHub.Asked::contentType).containsOnly("application/json");
            assertThat(hub.asked.get(0).body())
                    .isEqualTo(first.sent())
                    .isEqualTo(again.sent())
                    .isEqualTo(hub.asked.get(1).body());
            assertThat(new String(first.sent(), StandardCharsets.UTF_8))
                    .contains("\"sentAt\":\"2026-09-30T10:00:00+08:00\"", "测试甲")
                    .doesNotContain("null", "actor");
        }
    }

    @Test
    void queryParametersAreEncodedAndAbsentOnesLeftOut() throws Exception {
        try (FakeHub hub = new FakeHub(Scripted.json(200, "{\"items\":[]}"))) {
            Answer<InboxPage> page = new InboxApi(client(hub)).readInbox("a&b", 20, null);
            assertThat(page.get().getItems()).isEmpty();
            assertThat(hub.asked.get(0).uri()).isEqualTo("/v1/inbox?cursor=a%26b&wait=20");
        }
    }

    @Test
    void anAnswerWithoutABodyHasNoValue() throws Exception {
        try (FakeHub hub = new FakeHub(new Scripted(204, "", new byte[0]))) {
            Answer<Void> answer = new InboxApi(client(hub)).ackDelivery("d-1");
            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.value()).isNull();
        }
    }

    @Test
    void aProblemTellsAllViolations() throws Exception {
        String problem = """
                {"type":"about:blank","title":"Refused","status":422,"requestId":"r1","violations":[
                {"code":"E-IDNO","field":"/payload/party/idNo","messageZh":"身份证号码校验位不正确","message":"bad check digit","retryable":false},
                {"code":"E-STATE","field":"","messageZh":"状态不符","message":"wrong state","retryable":true}]}""";
        try (FakeHub hub = new FakeHub(new Scripted(
                422, "application/problem+json;charset=UTF-8", problem.getBytes(StandardCharsets.UTF_8)))) {
            HubProblem thrown = catchThrowableOfType(
                    HubProblem.class,
                    () -> new ExchangesApi(client(hub)).validateAct("defence-notice", "submit", body(), null));
            assertThat(thrown.status()).isEqualTo(422);
            assertThat(thrown.violations()).extracting(Violation::getCode).containsExactly("E-IDNO", "E-STATE");
            assertThat(thrown.violations().get(0).getMessageZh()).isEqualTo("身份证号码校验位不正确");
        }
    }

    @Test
    void aBusyHubSaysWhenToComeBack() throws Exception {
        try (FakeHub hub = new FakeHub(new Scripted(503, "text/html", "<p>busy".getBytes(StandardCharsets.UTF_8)))) {
            HubProblem thrown =
                    catchThrowableOfType(HubProblem.class, () -> new InboxApi(client(hub)).readInbox(null, null, null));
            assertThat(thrown.status()).isEqualTo(503);
            assertThat(thrown.problem()).isEmpty();
            assertThat(thrown.retryAfter()).contains(Duration.ofSeconds(7));
        }
    }

    @Test
    void aTokenIsUsedAgainUntilItIsRefused() throws Exception {
        String page = "{\"items\":[]}";
        try (FakeHub hub = new FakeHub(
                Scripted.json(200, page),
                Scripted.json(200, page),
                Scripted.json(401, "{}"),
                Scripted.json(200, page))) {
            InboxApi inbox = new InboxApi(client(hub));
            inbox.readInbox(null, null, null);
            inbox.readInbox(null, null, null);
            inbox.readInbox(null, null, null);
            assertThat(hub.asked)
                    .extracting(FakeHub.Asked::authorization)
                    .containsExactly("Bearer t1", "Bearer t1", "Bearer t1", "Bearer t2");
        }
    }

    @Test
    void aWrongSecretIsAProblem() throws Exception {
        try (FakeHub hub = new FakeHub()) {
            HttpClient http = HttpClient.newHttpClient();
            ClientCredentials wrong = new ClientCredentials(hub.address(), http, "court-1", "guess");
            assertThat(catchThrowableOfType(HubProblem.class, wrong::token).status())
                    .isEqualTo(401);
        }
    }

    @Test
    void anAnswerThatBreaksTheContractIsNoAnswer() throws Exception {
        try (FakeHub hub = new FakeHub(Scripted.json(200, "<html>"))) {
            InboxApi inbox = new InboxApi(client(hub));
            assertThat(catchThrowableOfType(IOException.class, () -> inbox.readInbox(null, null, null)))
                    .hasMessageContaining("contract");
        }
    }
}
