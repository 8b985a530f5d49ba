package cn.justicehub.hub.edges;

import static cn.justicehub.hub.testing.Requests.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.hub.testing.HubUnderTest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies that are wrong, each in one way, and one that is wrong in many. */
class BadBodyTest {

    private static Desk court;
    private static HubUnderTest hub;

    @BeforeAll
    static void start() {
        hub = HubUnderTest.shared();
        court = Desk.of(hub, SandboxAgency.COURT);
    }

    static Stream<Arguments> wrongMembers() {
        return Stream.of(
                member("E-IDNO /payload/party/idNo", party(p -> p.put("idNo", "690106198503120012"))),
                member("E-IDNO /payload/party/idNo", party(p -> p.put("idNo", "690106198502300017"))),
                member("E-IDNO /payload/party/idNo", party(p -> p.put("idNo", "690106850312001"))),
                member("E-IDNO /payload/party/idNo", party(p -> p.put("idNo", "６９０１０６１９８５０３１２００１１"))),
                member("E-IDNO /payload/party/idNo", party(p -> p.put("idNo", "690106198503120011 "))),
                member("E-CASENO /payload/caseNo", payload(p -> p.put("caseNo", "〔2026〕吉0106刑初1号"))),
                member("E-CASENO /payload/caseNo", payload(p -> p.put("caseNo", "（2026）吉0106刑初01号"))),
                member("E-CODE /payload/stage", payload(p -> p.put("stage", "99-unknown-stage"))),
                member("E-CODE /payload/party/custody", party(p -> p.put("custody", "PRISON-ISLAND"))),
                member("E-SCHEMA /payload/party/idNo", party(p -> p.put("idNo", 69010619850312L))),
                member("E-SCHEMA /payload/party/name", party(p -> p.remove("name"))),
                member("E-SCHEMA /payload/discoveredAt", payload(p -> p.put("discoveredAt", "2026-02-30"))),
                member("E-SCHEMA /payload/unheardOf", payload(p -> p.put("unheardOf", "value-unheard-of"))),
                member("E-SCHEMA /payload", payload(p -> p.put("测试甲，身份证", "value-unheard-of"))),
                member("E-SCHEMA ", body -> body.put("unheardOf", "value-unheard-of")),
                member("E-SCHEMA /messageId", body -> body.put("messageId", "not-a-uuid-at-all")),
                member("E-SCHEMA /messageId", body -> body.put("messageId", "0190ABCD-0000-7000-8000-000000000001")),
                member("E-SCHEMA /messageId", body -> body.remove("messageId")),
                member("E-SCHEMA /sentAt", body -> body.put("sentAt", "2026-11-25T10:00:00")),
                member("E-SCHEMA /schemaVersion", body -> body.remove("schemaVersion")),
                member("E-SCHEMA /schemaVersion", body -> body.put("schemaVersion", 2)),
                member("E-SCHEMA /sequenceNo", body -> body.put("sequenceNo", 0)),
                member("E-SCHEMA /sequenceNo", body -> body.put("sequenceNo", "seventeen")),
                member("E-SCHEMA /actor", body -> body.putObject("actor").put("id", "测试甲测试甲测试甲")),
                member("E-SCHEMA /payload", body -> body.remove("payload")),
                member("E-SCHEMA /payload", body -> body.put("payload", "payload-in-words")),
                member("E-SCHEMA /attachments", body -> body.put("attachments", "attachment-in-words")),
                member(
                        "E-SCHEMA /attachments/0",
                        body -> body.putArray("attachments").addObject()),
                member("E-SCHEMA /signature", body -> body.put("signature", 17)));
    }

    @ParameterizedTest
    @MethodSource("wrongMembers")
    void a_wrong_member_is_named(String expected, Consumer<ObjectNode> spoil) {
        Act act = Steps.notice();
        ObjectNode body = court.body(act);
        spoil.accept(body);
        byte[] bytes = body.has("signature") ? Desk.bytes(body) : court.signed(act, body);

        HttpResponse<String> answer = refused(bytes, 422, expected.substring(0, expected.indexOf(' ')));

        assertThat(Refused.fields(json(answer))).containsExactly(expected);
        Refused.quotesNothing(answer, bytes);
    }

    @Test
    void all_faults_are_told_at_once() {
        Act act = Steps.notice();
        ObjectNode body = court.body(act).put("sentAt", "yesterday-evening");
        ObjectNode payload = body.withObjectProperty("payload");
        payload.withObjectProperty("party").put("idNo", "690106198503120012").put("custody", "PRISON-ISLAND");
        payload.put("caseNo", "no-case-number").remove("contact");
        byte[] bytes = court.signed(act, body);

        HttpResponse<String> answer = refused(bytes, 422, "E-SCHEMA");

        assertThat(Refused.fields(json(answer)))
                .containsExactlyInAnyOrder(
                        "E-SCHEMA /sentAt",
                        "E-IDNO /payload/party/idNo",
                        "E-CODE /payload/party/custody",
                        "E-CASENO /payload/caseNo",
                        "E-SCHEMA /payload/contact");
        Refused.quotesNothing(answer, bytes);
    }

    static Stream<Arguments> unreadable() {
        String good = new String(Desk.bytes(Desk.JSON.createObjectNode().put("messageId", "marker-0123456789")), UTF_8);
        String open = good.substring(0, good.length() - 1);
        return Stream.of(
                arguments("empty", bytes("")),
                arguments("array", bytes("[" + good + "]")),
                arguments("string", bytes("\"marker-0123456789\"")),
                arguments("cut short", bytes(open)),
                arguments("two texts", bytes(good + good)),
                arguments("duplicate keys", bytes(open + ",\"messageId\":\"marker-0123456789\"}")),
                arguments("duplicate keys, escaped", bytes(open + ",\"m\\u0065ssageId\":\"marker-0123456789\"}")),
                arguments("deep", bytes(open + ",\"payload\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}")),
                arguments("deep objects", bytes("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000))),
                arguments("beyond 2^53", bytes(open + ",\"sequenceNo\":9007199254740993}")),
                arguments("fraction", bytes(open + ",\"sequenceNo\":1.5}")),
                arguments("exponent", bytes(open + ",\"sequenceNo\":1e400}")),
                arguments("lone surrogate", bytes(open + ",\"payload\":\"\\ud800\"}")),
                arguments("surrogate in UTF-8", latin(open + ",\"payload\":\"\u00ed\u00a0\u0080\"}")),
                arguments("overlong UTF-8", latin(open + ",\"payload\":\"\u00c0\u00af\"}")),
                arguments("bad UTF-8", latin(open + ",\"payload\":\"\u00ff\u00fe\"}")),
                arguments("byte order mark", latin("\u00ef\u00bb\u00bf" + good)),
                arguments("UTF-16", good.getBytes(StandardCharsets.UTF_16)),
                arguments("comment", bytes("/* marker-0123456789 */" + good)),
                arguments("not a number", bytes(open + ",\"sequenceNo\":NaN}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void what_is_not_strict_json_is_refused(String name, byte[] body) {
        HttpResponse<String> answer = refused(body, 400, "E-SCHEMA");

        assertThat(answer.body()).doesNotContain("marker");
        for (String path : List.of("/v1/searches", "/v1/validations/" + Steps.TYPE + "/submit")) {
            Refused.unchanged(hub, () -> court.post(path, body), 400, "E-SCHEMA");
        }
    }

    @Test
    void a_body_of_20_MB_is_too_large() {
        byte[] large = ("{\"payload\":\"" + "x".repeat(20 << 20) + "\"}").getBytes(UTF_8);

        refused(large, 413, "E-SIZE");
    }

    @Test
    void a_body_that_is_not_json_is_not_looked_at() {
        for (String type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "bad")) {
            Act act = Steps.notice();
            byte[] good = court.signed(act, court.body(act));
            UnaryOperator<HttpRequest.Builder> request = builder -> builder.setHeader("Content-Type", type)
                    .header("Authorization", "Bearer " + court.token())
                    .POST(BodyPublishers.ofByteArray(good));
            Refused.unchanged(
                    hub,
                    () -> hub.requests()
                            .send(request.apply(HttpRequest.newBuilder(hub.uri(Desk.path(act))))
                                    .build()),
                    415,
                    "E-SCHEMA");
        }
    }

    @Test
    void a_dry_run_tells_the_same_and_stores_nothing() {
        Act act = Steps.notice();
        ObjectNode body = court.body(act);
        byte[] good = court.signed(act, body);
        body.withObjectProperty("payload").put("caseNo", "no-case-number");
        byte[] bad = court.signed(act, body);
        String path = "/v1/validations/" + Steps.TYPE + "/submit";
        Footprint before = Footprint.of(hub);

        assertThat(json(court.post(path, good)).path("valid").asBoolean()).isTrue();
        JsonNode refusal = json(court.post(path, bad));

        assertThat(refusal.path("valid").asBoolean()).isFalse();
        assertThat(Refused.fields(refusal)).containsExactly("E-CASENO /payload/caseNo");
        assertThat(Footprint.of(hub)).isEqualTo(before);
    }

    private static HttpResponse<String> refused(byte[] body, int status, String code) {
        List<HttpResponse<String>> answer = new java.util.ArrayList<>();
        Refused.unchanged(
                hub,
                () -> {
                    answer.add(court.post("/v1/exchanges/" + Steps.TYPE, body));
                    return answer.get(0);
                },
                status,
                code);
        return answer.get(0);
    }

    private static Arguments member(String expected, Consumer<ObjectNode> spoil) {
        return arguments(expected, spoil);
    }

    private static Consumer<ObjectNode> payload(Consumer<ObjectNode> spoil) {
        return body -> spoil.accept(body.withObjectProperty("payload"));
    }

    private static Consumer<ObjectNode> party(Consumer<ObjectNode> spoil) {
        return payload(payload -> spoil.accept(payload.withObjectProperty("party")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
