package cn.justicehub.hub.message;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.hub.testing.Calls;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.hub.testing.Notices;
import cn.justicehub.ledger.json.Jcs;
import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Receipts, proofs and deliveries over HTTP, on the real database. */
class MessageApiTest {

    private final HubUnderTest hub = HubUnderTest.shared();

    private HttpResponse<byte[]> get(SandboxAgency agency, Accepted notice, String what) throws Exception {
        return Calls.of(hub, agency).get("/v1/messages/" + notice.entryId() + "/" + what);
    }

    @Test
    void a_receipt_comes_again_byte_for_byte_to_its_sender_and_to_nobody_else() throws Exception {
        Accepted notice = Notices.sent(hub);

        assertThat(get(SandboxAgency.COURT, notice, "receipt").body()).isEqualTo(notice.receipt());
        assertThat(get(SandboxAgency.AUDITOR, notice, "receipt").statusCode()).isEqualTo(404);
        assertThat(get(SandboxAgency.CENTRE, notice, "receipt").statusCode()).isEqualTo(404);
        assertThat(Calls.withoutRequestId(get(SandboxAgency.FIRM, notice, "receipt")))
                .isEqualTo(Calls.withoutRequestId(
                        Calls.of(hub, SandboxAgency.FIRM).get("/v1/messages/1-999999999/receipt")));
    }

    @Test
    void a_repeat_gets_the_same_receipt_with_200() throws Exception {
        Accepted notice = Notices.sent(hub);

        Accepted again = Notices.client(hub, SandboxAgency.COURT).post(notice.act(), notice.body());

        assertThat(again.repeated()).isTrue();
        assertThat(again.receipt()).isEqualTo(notice.receipt());
    }

    @Test
    void a_receiver_gets_proofs_against_the_published_heads_of_the_leaf_in_the_receipt() throws Exception {
        Accepted notice = Notices.sent(hub);
        byte[] proof = Notices.client(hub, SandboxAgency.CENTRE).get("/v1/messages/" + notice.entryId() + "/proof");

        JsonNode fresh = new JsonMapper().readTree(proof);
        JsonObject leaf = (JsonObject) Json.parse(new JsonMapper()
                .writeValueAsBytes(new JsonMapper().readTree(notice.receipt()).path("leaf")));
        assertThat(Jcs.encode(Json.parse(new JsonMapper().writeValueAsBytes(fresh.path("leaf")))))
                .isEqualTo(Jcs.encode(leaf));
        assertThat(fresh.path("proof").stringValue()).startsWith("c2sp.org/tlog-proof@v1\n");
        assertThat(fresh.path("proofSm3").stringValue()).startsWith("justicehub/tlog-proof-sm3@v1\n");
        assertThat(get(SandboxAgency.FIRM, notice, "proof").statusCode()).isEqualTo(404);
    }

    @Test
    void how_far_a_message_got_is_for_its_sender_for_operators_and_for_auditors() throws Exception {
        Accepted notice = Notices.sent(hub);

        for (SandboxAgency agency :
                new SandboxAgency[] {SandboxAgency.COURT, SandboxAgency.BUREAU, SandboxAgency.AUDITOR}) {
            JsonNode items = Calls.json(get(agency, notice, "deliveries")).path("items");
            assertThat(items.size()).isEqualTo(1);
            assertThat(items.path(0).path("receiver").stringValue()).isEqualTo(SandboxAgency.CENTRE.code());
            assertThat(items.path(0).path("state").stringValue()).isEqualTo("AVAILABLE");
        }
        assertThat(get(SandboxAgency.CENTRE, notice, "deliveries").statusCode()).isEqualTo(404);
        assertThat(get(SandboxAgency.BUREAU, notice, "receipt").statusCode()).isEqualTo(403);
    }
}
