package cn.justicehub.hub.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.hub.testing.Calls;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.hub.testing.Notices;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Searches over HTTP, on the real database. */
class SearchApiTest {

    private final HubUnderTest hub = HubUnderTest.shared();

    private HttpResponse<byte[]> search(SandboxAgency agency, String body) throws Exception {
        return Calls.of(hub, agency).post("/v1/searches", body);
    }

    private List<String> found(SandboxAgency agency, String body) throws Exception {
        HttpResponse<byte[]> response = search(agency, body);
        assertThat(response.statusCode()).isEqualTo(200);
        return ids(Calls.json(response));
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items").values().stream()
                .map(item -> item.path("exchangeId").stringValue())
                .toList();
    }

    private static String byCase(String caseNo) {
        return "{\"type\":\"defence-notice\",\"keys\":{\"/caseNo\":\"" + caseNo + "\"}}";
    }

    @Test
    void a_case_is_found_by_its_parties_and_auditors_however_its_number_is_spelt() throws Exception {
        Accepted notice = Notices.sent(hub);
        String caseNo = Notices.caseNo(notice.act());

        assertThat(found(SandboxAgency.COURT, byCase(caseNo))).containsExactly(notice.exchangeId());
        assertThat(found(SandboxAgency.CENTRE, byCase(caseNo.replace('（', '(').replace('）', ')'))))
                .containsExactly(notice.exchangeId());
        assertThat(found(SandboxAgency.AUDITOR, byCase(caseNo))).containsExactly(notice.exchangeId());
        assertThat(found(SandboxAgency.FIRM, byCase(caseNo))).isEmpty();
    }

    @Test
    void all_that_is_asked_must_hold() throws Exception {
        Accepted notice = Notices.sent(hub);
        String caseNo = Notices.caseNo(notice.act());
        String matching = "{\"type\":\"defence-notice\",\"state\":\"RECEIVED\",\"dueBefore\":\"2100-01-01T00:00:00Z\","
                + "\"keys\":{\"/caseNo\":\"" + caseNo + "\",\"/party/idNo\":\"690106198503120011\"}}";

        assertThat(found(SandboxAgency.COURT, matching)).containsExactly(notice.exchangeId());
        assertThat(found(SandboxAgency.COURT, matching.replace("RECEIVED", "CLOSED")))
                .isEmpty();
        assertThat(found(SandboxAgency.COURT, matching.replace("2100", "2020"))).isEmpty();
        assertThat(found(SandboxAgency.COURT, matching.replace("{\"type\"", "{\"flag\":\"OVERDUE\",\"type\"")))
                .isEmpty();
    }

    @Test
    void pages_follow_commit_order_and_skip_nothing() throws Exception {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sent.add(Notices.sent(hub).exchangeId());
        }
        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = Calls.json(search(SandboxAgency.CENTRE, "{\"limit\":2" + cursor + "}"));
            assertThat(page.path("items").size()).isLessThanOrEqualTo(2);
            found.addAll(ids(page));
            cursor = page.has("nextCursor")
                    ? ",\"cursor\":\"" + page.path("nextCursor").stringValue() + "\""
                    : "";
        } while (!cursor.isEmpty());

        assertThat(found).doesNotHaveDuplicates().containsSubsequence(sent);
    }

    @Test
    void everything_wrong_with_a_search_is_told_at_once_and_no_value_repeated() throws Exception {
        HttpResponse<byte[]> response = search(
                SandboxAgency.COURT,
                "{\"type\":\"defence-notice\",\"keys\":{\"/party/name\":\"测试甲\",\"690106198503120011\":\"x\"},"
                        + "\"flag\":\"late\",\"limit\":0,\"more\":1,\"dueBefore\":\"tomorrow\"}");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Calls.json(response).path("violations").values().stream()
                        .map(violation -> violation.path("field").stringValue()))
                .containsExactlyInAnyOrder("", "/keys/~1party~1name", "/keys", "/flag", "/limit", "/dueBefore");
        assertThat(new String(response.body(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("测试甲", "690106198503120011");
    }

    @Test
    void keys_and_states_need_a_type_and_a_cursor_must_be_the_hubs() throws Exception {
        HttpResponse<byte[]> untyped =
                search(SandboxAgency.COURT, "{\"keys\":{\"/caseNo\":\"1\"},\"state\":\"RECEIVED\"}");

        assertThat(untyped.statusCode()).isEqualTo(422);
        assertThat(Calls.json(untyped).path("violations").size()).isEqualTo(2);
        assertThat(search(SandboxAgency.COURT, "{\"cursor\":\"MTI\"}").statusCode())
                .isEqualTo(400);
        assertThat(search(SandboxAgency.COURT, "{\"limit\":1,\"limit\":2}").statusCode())
                .isEqualTo(400);
    }
}
