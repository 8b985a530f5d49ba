package cn.justicehub.hub.edges;

import static cn.justicehub.hub.testing.Requests.json;
import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.testing.HubUnderTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What each agency sees of one exchange, and what it does not. */
class VisibilityTest {

    private static final List<Accepted> ACCEPTED = new ArrayList<>();

    private static HubUnderTest hub;
    private static Desk court;
    private static Desk centre;
    private static Desk firm;
    private static Desk auditor;
    private static Desk bureau;
    private static String exchange;
    private static String early;

    /** An exchange until its assignment, which is the centre's own affair, and another until the firm has its offer. */
    @BeforeAll
    static void start() {
        hub = HubUnderTest.start(Map.of());
        court = Desk.of(hub, SandboxAgency.COURT);
        centre = Desk.of(hub, SandboxAgency.CENTRE);
        firm = Desk.of(hub, SandboxAgency.FIRM);
        auditor = Desk.of(hub, SandboxAgency.AUDITOR);
        bureau = Desk.of(hub, SandboxAgency.BUREAU);
        early = assigned();
        exchange = assigned();
        ACCEPTED.add(centre.does(Steps.PLAIN.offer(exchange)));
    }

    @AfterAll
    static void stop() throws Exception {
        Receipts.verify(hub, ACCEPTED);
        hub.close();
    }

    private static String assigned() {
        Accepted notice = court.does(Steps.notice());
        ACCEPTED.add(notice);
        ACCEPTED.add(centre.does(Steps.PLAIN.validate(notice.exchangeId())));
        ACCEPTED.add(centre.does(Steps.PLAIN.assign(notice.exchangeId())));
        return notice.exchangeId();
    }

    @Test
    void each_party_sees_what_it_sent_and_what_it_got() {
        assertThat(seen(court, exchange)).isEqualTo(Map.of("submit", true, "validate", true));
        assertThat(seen(centre, exchange))
                .isEqualTo(Map.of("submit", true, "validate", true, "assign", true, "offer", true));
        assertThat(seen(firm, exchange)).isEqualTo(Map.of("offer", true));
    }

    @Test
    void the_auditor_sees_that_it_happened_and_no_payload() {
        assertThat(seen(auditor, exchange))
                .isEqualTo(Map.of("submit", false, "validate", false, "assign", false, "offer", false));
        assertThat(auditor.get(at(exchange)).body()).doesNotContain("测试", "person-of-tests", "公函");
    }

    @Test
    void nothing_reaches_a_firm_before_its_offer() {
        Refused.problem(firm.get(at(early)), 404, "E-NOTFOUND");
        assertThat(exchanges(firm)).containsExactly(exchange);
    }

    @Test
    void the_operator_sees_no_exchange_but_its_deliveries() {
        Refused.problem(bureau.get(at(exchange)), 403, "E-AUTH");
        Refused.problem(bureau.post("/v1/searches", Desk.bytes(Desk.JSON.createObjectNode())), 403, "E-AUTH");
        Refused.problem(bureau.get("/v1/inbox"), 403, "E-AUTH");
        Refused.problem(bureau.get("/v1/messages/" + entry("submit") + "/receipt"), 403, "E-AUTH");
        Refused.problem(bureau.get("/v1/messages/" + entry("submit") + "/proof"), 403, "E-AUTH");
        HttpResponse<String> deliveries = bureau.get("/v1/messages/" + entry("submit") + "/deliveries");
        assertThat(deliveries.statusCode()).isEqualTo(200);
        assertThat(deliveries.body()).contains(SandboxAgency.CENTRE.code()).doesNotContain("测试", "payload");
        assertThat(bureau.get("/v1/deliveries").body()).contains(exchange).doesNotContain("测试", "payload", "690106");
    }

    @Test
    void agencies_do_not_operate() {
        for (Desk desk : List.of(court, centre, firm)) {
            Refused.problem(desk.get("/v1/deliveries"), 403, "E-AUTH");
            Refused.problem(desk.get("/v1/alarms"), 403, "E-AUTH");
            Refused.problem(
                    desk.post("/v1/deliveries/any/retry", Desk.bytes(Desk.JSON.createObjectNode())), 403, "E-AUTH");
        }
        Refused.problem(
                auditor.post("/v1/deliveries/any/give-up", Desk.bytes(Desk.JSON.createObjectNode())), 403, "E-AUTH");
    }

    @Test
    void receipts_go_to_their_senders_and_proofs_to_receivers_too() {
        assertThat(status(court, "submit", "receipt")).isEqualTo(200);
        assertThat(status(centre, "submit", "receipt")).isEqualTo(404);
        assertThat(status(firm, "submit", "receipt")).isEqualTo(404);
        assertThat(status(auditor, "submit", "receipt")).isEqualTo(404);
        assertThat(status(firm, "submit", "proof")).isEqualTo(404);
        assertThat(status(court, "assign", "proof")).isEqualTo(404);
        assertThat(status(court, "offer", "deliveries")).isEqualTo(404);
        assertThat(status(centre, "offer", "deliveries")).isEqualTo(200);
        org.awaitility.Awaitility.await().untilAsserted(() -> {
            assertThat(status(court, "submit", "proof")).isEqualTo(200);
            assertThat(status(centre, "submit", "proof")).isEqualTo(200);
            assertThat(status(auditor, "submit", "proof")).isEqualTo(200);
        });
    }

    @Test
    void what_happened_to_a_delivery_is_for_its_two_ends() {
        String delivery = entry("validate") + "-" + SandboxAgency.COURT.code();
        assertThat(court.post("/v1/inbox/" + delivery + "/ack", new byte[0]).statusCode())
                .isEqualTo(204);
        String receipt = "/v1/messages/" + acknowledgement(delivery) + "/receipt";

        for (Desk end : List.of(court, centre, auditor)) {
            assertThat(end.get(receipt).statusCode()).isEqualTo(200);
        }
        Refused.problem(firm.get(receipt), 404, "E-NOTFOUND");
        Refused.problem(firm.get(receipt.replace("receipt", "proof")), 404, "E-NOTFOUND");
    }

    private static EntryId acknowledgement(String delivery) {
        return EntryId.ofNumber(Objects.requireNonNull(hub.bean(JdbcTemplate.class)
                .queryForObject(
                        "select entry from message where delivery_id = ? and act = 'acknowledged'",
                        Long.class,
                        delivery)));
    }

    @Test
    void lists_show_no_sensitive_field() {
        for (Desk desk : List.of(court, centre, firm, auditor)) {
            HttpResponse<String> page = desk.post("/v1/searches", Desk.bytes(Desk.JSON.createObjectNode()));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains(exchange).doesNotContain("测试", "690106", "payload", "残疾");
            json(page)
                    .path("items")
                    .forEach(item -> assertThat(item.propertyNames())
                            .isSubsetOf(Set.of(
                                    "exchangeId",
                                    "type",
                                    "version",
                                    "state",
                                    "stateZh",
                                    "flags",
                                    "parties",
                                    "openedAt",
                                    "updatedAt",
                                    "ended",
                                    "nextDueAt")));
        }
        assertThat(exchanges(court)).containsExactlyInAnyOrder(exchange, early);
    }

    @Test
    void an_inbox_holds_ones_own_deliveries_only() {
        List<String> acts = new ArrayList<>();
        json(court.get("/v1/inbox"))
                .path("items")
                .forEach(item -> acts.add(item.path("act").asString()));
        assertThat(acts).containsOnly("validate");
        String delivery = json(centre.get("/v1/inbox"))
                .path("items")
                .get(0)
                .path("deliveryId")
                .asString();
        Refused.unchanged(hub, () -> court.post("/v1/inbox/" + delivery + "/ack", new byte[0]), 404, "E-NOTFOUND");
    }

    /** Act of each message that is listed, and whether its payload is shown. */
    private static Map<String, Boolean> seen(Desk desk, String exchangeId) {
        HttpResponse<String> answer = desk.get(at(exchangeId));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Map<String, Boolean> seen = new TreeMap<>();
        for (JsonNode message : json(answer).path("messages")) {
            seen.put(message.path("act").asString(), message.hasNonNull("payload"));
        }
        return seen;
    }

    private static List<String> exchanges(Desk desk) {
        ObjectNode all = Desk.JSON.createObjectNode().put("type", Steps.TYPE);
        List<String> found = new ArrayList<>();
        json(desk.post("/v1/searches", Desk.bytes(all)))
                .path("items")
                .forEach(item -> found.add(item.path("exchangeId").asString()));
        return found;
    }

    private static int status(Desk desk, String act, String what) {
        return desk.get("/v1/messages/" + entry(act) + "/" + what).statusCode();
    }

    private static String entry(String act) {
        return ACCEPTED.stream()
                .filter(one ->
                        one.exchangeId().equals(exchange) && one.act().act().equals(act))
                .findFirst()
                .orElseThrow()
                .entryId();
    }

    private static String at(String exchangeId) {
        return "/v1/exchanges/" + Steps.TYPE + "/" + exchangeId;
    }
}
