package cn.justicehub.hub.edges;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.security.Caller;
import cn.justicehub.hub.testing.HubUnderTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Good bodies in the wrong place, at the wrong time, by the wrong agency, or once too often. */
class BadActTest {

    private static final List<Accepted> ACCEPTED = new ArrayList<>();

    private static HubUnderTest hub;
    private static Desk court;
    private static Desk centre;
    private static Desk firm;
    private static String validated;

    @BeforeAll
    static void start() {
        hub = HubUnderTest.shared();
        court = Desk.of(hub, SandboxAgency.COURT);
        centre = Desk.of(hub, SandboxAgency.CENTRE);
        firm = Desk.of(hub, SandboxAgency.FIRM);
        validated = opened();
        ACCEPTED.add(centre.does(Steps.PLAIN.validate(validated)));
    }

    @AfterAll
    static void every_receipt_verifies() throws Exception {
        Receipts.verify(hub, ACCEPTED);
    }

    @Test
    void an_act_in_the_wrong_state() {
        for (Act act :
                List.of(Steps.PLAIN.validate(validated), Steps.PLAIN.offer(validated), Steps.PLAIN.reply(validated))) {
            JsonNode problem = refused(centre, act, 409, "E-STATE");
            assertThat(Refused.fields(problem)).containsExactly("E-STATE ");
        }
    }

    @Test
    void a_party_does_only_its_own_acts() {
        refused(court, Steps.PLAIN.assign(validated), 403, "E-AUTH");
        refused(centre, Steps.PLAIN.register(validated), 403, "E-AUTH");
    }

    @Test
    void another_agency_learns_nothing_not_even_that_the_exchange_exists() {
        Act here = Steps.PLAIN.accept(validated);
        Act nowhere = Steps.PLAIN.accept(UUID.randomUUID().toString());
        JsonNode strange = refused(firm, here, 404, "E-NOTFOUND");
        JsonNode absent = refused(firm, nowhere, 404, "E-NOTFOUND");
        alike(strange, absent);

        String nobody = hub.token("firm-of-nobody", Caller.READ, Caller.WRITE);
        for (String place : List.of(at(validated), at(UUID.randomUUID().toString()))) {
            Refused.problem(
                    hub.requests().get(place, b -> b.header("Authorization", "Bearer " + nobody)), 403, "E-AUTH");
        }
        String entry = ACCEPTED.get(0).entryId();
        for (String what : List.of("receipt", "proof", "deliveries")) {
            alike(
                    Refused.problem(firm.get("/v1/messages/" + entry + "/" + what), 404, "E-NOTFOUND"),
                    Refused.problem(firm.get("/v1/messages/1-999999999/" + what), 404, "E-NOTFOUND"));
        }
    }

    @Test
    void unknown_types_and_acts() {
        Act notice = Steps.notice();
        byte[] good = court.signed(notice, court.body(notice));
        unchanged(court, "/v1/exchanges/no-such-type", good, 404, "E-NOTFOUND");
        unchanged(court, "/v1/exchanges/no-such-type/" + validated + "/withdraw", good, 404, "E-NOTFOUND");
        unchanged(centre, at(validated) + "/no-such-act", good, 404, "E-NOTFOUND");
        unchanged(court, at(validated) + "/submit", good, 404, "E-NOTFOUND");
        unchanged(court, "/v1/validations/no-such-type/submit", good, 404, "E-NOTFOUND");
        unchanged(
                court,
                "/v1/validations/" + Steps.TYPE + "/no-such-act?exchangeId=" + validated,
                good,
                404,
                "E-NOTFOUND");
    }

    @Test
    void a_person_must_act_where_the_law_wants_a_person() {
        Act act = Steps.PLAIN.assign(validated);
        ObjectNode body = centre.body(act);
        body.remove("actor");

        JsonNode problem = unchanged(centre, Desk.path(act), centre.signed(act, body), 422, "E-INCOMPLETE");
        assertThat(Refused.fields(problem)).containsExactly("E-INCOMPLETE /actor");
    }

    @Test
    void a_lawyer_with_a_bad_licence_and_a_firm_with_a_bad_code() {
        Act act = Steps.PLAIN.assign(validated);
        for (String licence : List.of("1690120121000000", "16901201210000001X", "１６９０１２０１２１００００００１")) {
            ObjectNode body = centre.body(act);
            ((ObjectNode) body.at("/payload/lawyer")).put("licenceNo", licence);
            assertThat(Refused.fields(unchanged(centre, Desk.path(act), centre.signed(act, body), 422, "E-CODE")))
                    .containsExactly("E-CODE /payload/lawyer/licenceNo");
        }
        for (String uscc : List.of("31690106MTEX00001A", "31690106MTEX0000", "31690106mtex00001u")) {
            ObjectNode body = centre.body(act);
            ((ObjectNode) body.at("/payload/lawyer")).put("firmUscc", uscc);
            assertThat(Refused.fields(unchanged(centre, Desk.path(act), centre.signed(act, body), 422, "E-CODE")))
                    .containsExactly("E-CODE /payload/lawyer/firmUscc");
        }
    }

    @Test
    void a_firm_that_is_not_connected_gets_no_offer() {
        String exchange = opened();
        ACCEPTED.add(centre.does(Steps.PLAIN.validate(exchange)));
        ACCEPTED.add(centre.does(Steps.PLAIN.assign(exchange)));
        Act act = Steps.PLAIN.offer(exchange);
        ObjectNode body = centre.body(act);
        ((ObjectNode) body.at("/payload/lawyer")).put("firmUscc", SandboxAgency.COURT.uscc());

        JsonNode problem = unchanged(centre, Desk.path(act), centre.signed(act, body), 422, "E-CODE");
        assertThat(Refused.fields(problem)).containsExactly("E-CODE /payload/lawyer/firmUscc");
    }

    @Test
    void a_repeat_is_answered_with_the_same_bytes_and_changes_nothing() {
        Accepted first = court.does(Steps.notice());
        ACCEPTED.add(first);
        Footprint before = Footprint.of(hub);

        Accepted again = court.does(first.act(), first.body());

        assertThat(again.receipt()).isEqualTo(first.receipt());
        assertThat(again.repeated()).isTrue();
        ObjectNode later = court.body(first.act())
                .put("sentAt", "2026-01-01T00:00:00+08:00")
                .put("sequenceNo", 77_000);
        assertThat(court.does(first.act(), Desk.bytes(later)).receipt()).isEqualTo(first.receipt());
        assertThat(Footprint.of(hub)).isEqualTo(before);
    }

    @Test
    void a_message_id_is_used_once() {
        Accepted first = court.does(Steps.notice());
        ACCEPTED.add(first);
        ObjectNode other = court.body(first.act());
        other.withObjectProperty("payload").put("chargeName", "another charge entirely");

        JsonNode problem = unchanged(court, Desk.path(first.act()), court.signed(first.act(), other), 409, "E-DUP");
        assertThat(Refused.fields(problem)).containsExactly("E-DUP /messageId");
        ObjectNode elsewhere = court.body(first.act());
        elsewhere.remove("schemaVersion");
        unchanged(court, at(first.exchangeId()) + "/withdraw", Desk.bytes(elsewhere), 409, "E-DUP");
    }

    @Test
    void a_sequence_number_is_used_once() {
        long number = 1 + ACCEPTED.hashCode() % 1000 + (1L << 40);
        Act first = Steps.notice();
        ACCEPTED.add(court.does(first, court.signed(first, court.body(first).put("sequenceNo", number))));
        Act second = Steps.notice();

        JsonNode problem = unchanged(
                court,
                Desk.path(second),
                court.signed(second, court.body(second).put("sequenceNo", number)),
                409,
                "E-SEQ");
        assertThat(Refused.fields(problem)).containsExactly("E-SEQ /sequenceNo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/exchanges/%2e%2e/x",
                "/v1/exchanges/defence-notice%2f..%2fother",
                "/v1/exchanges/defence-notice/%2e%2e",
                "/v1/exchanges/defence-notice/..%5cother",
                "/v1/exchanges/defence-notice;v=1/x",
                "/v1/exchanges/defence-notice/%00",
                "/v1/exchanges/defence-notice/x%0d%0aSet-Cookie:%20a",
                "/v1/exchanges/defence-notice/%252e%252e",
                "/v1/exchanges/defence-notice/1-1-1-1-1",
                "/v1/exchanges/defence-notice/0190abcd-0000-7000-8000-00000000000G",
                "/v1/exchanges/DEFENCE-NOTICE/0190abcd-0000-7000-8000-000000000001",
                "/v1/exchanges/defence-notice/0190ABCD-0000-7000-8000-000000000001",
                "/v1/messages/1-01/receipt",
                "/v1/messages/0-1/receipt",
                "/v1/messages/1-99999999999999999999/receipt",
                "/v1/messages/..%2f..%2flog/receipt",
                "/v1/exchange-types/%2e%2e%2fcommon",
                "/v1/exchange-types/..",
                "/v1/inbox?cursor=%00",
                "/v1/inbox?cursor=bm90aGluZw",
                "/v1/inbox?cursor=%2e%2e%2f",
                "/v1/inbox?wait=56",
                "/v1/inbox?wait=-1",
                "/v1/inbox?wait=soon",
                "/v1/inbox?limit=0",
                "/v1/inbox?limit=201",
                "/v1/inbox?limit=99999999999",
                "/log/1/tile/0/..%2f..%2fkeyring",
                "/log/%2e%2e/checkpoint",
                "/log/1/tile/x/000",
                "/log/1/tile/0/x999/000"
            })
    void crooked_paths_and_parameters(String path) {
        String answer = hub.requests()
                .raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + court.token()
                        + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1\\.1 (400|404) .*").contains("application/problem+json", "messageZh");
        assertThat(answer).doesNotContain("Set-Cookie", "xception", "Tomcat", "cn.justicehub");
    }

    @ParameterizedTest
    @ValueSource(ints = {4_000, 7_000, 100_000})
    void very_long_addresses(int length) {
        for (String start : List.of("/v1/exchanges/defence-notice/", "/v1/exchange-types/", "/v1/inbox?cursor=")) {
            String answer = hub.requests()
                    .raw("GET " + start + "a".repeat(length) + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                            + court.token() + "\r\nConnection: close\r\n\r\n");
            assertThat(answer).matches("(?s)HTTP/1\\.1 4(00|04|14|31) .*").contains("messageZh");
            assertThat(answer).doesNotContain("a".repeat(100));
        }
    }

    @Test
    void unknown_deliveries_are_not_acknowledged() {
        unchanged(court, "/v1/inbox/no-such-delivery/ack", new byte[0], 404, "E-NOTFOUND");
    }

    private static String opened() {
        Accepted accepted = court.does(Steps.notice());
        ACCEPTED.add(accepted);
        return accepted.exchangeId();
    }

    private static String at(String exchange) {
        return "/v1/exchanges/" + Steps.TYPE + "/" + exchange;
    }

    private static JsonNode refused(Desk desk, Act act, int status, String code) {
        return unchanged(desk, Desk.path(act), desk.signed(act, desk.body(act)), status, code);
    }

    private static JsonNode unchanged(Desk desk, String path, byte[] body, int status, String code) {
        HttpResponse<?>[] kept = new HttpResponse<?>[1];
        JsonNode problem = Refused.unchanged(
                hub,
                () -> {
                    HttpResponse<String> answer = desk.post(path, body);
                    kept[0] = answer;
                    return answer;
                },
                status,
                code);
        @SuppressWarnings("unchecked")
        HttpResponse<String> answer = (HttpResponse<String>) kept[0];
        Refused.quotesNothing(answer, body);
        return problem;
    }

    /** The same but for the request's own id. */
    private static void alike(JsonNode one, JsonNode other) {
        assertThat(withoutId(one)).isEqualTo(withoutId(other));
    }

    private static JsonNode withoutId(JsonNode problem) {
        ObjectNode copy = (ObjectNode) problem.deepCopy();
        copy.remove("requestId");
        copy.remove("instance");
        return copy;
    }
}
