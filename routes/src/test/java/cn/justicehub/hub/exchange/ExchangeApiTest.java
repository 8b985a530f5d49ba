package cn.justicehub.hub.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.hub.testing.Calls;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.hub.testing.Notices;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who sees what of an exchange, over HTTP, on the real database. */
class ExchangeApiTest {

    private final HubUnderTest hub = HubUnderTest.shared();

    private HttpResponse<byte[]> get(SandboxAgency agency, String exchangeId) throws Exception {
        return Calls.of(hub, agency).get("/v1/exchanges/defence-notice/" + exchangeId);
    }

    @Test
    void its_sender_and_its_receiver_read_a_message_whole_with_states_and_clocks_in_chinese() throws Exception {
        Accepted notice = Notices.sent(hub);

        for (SandboxAgency party : new SandboxAgency[] {SandboxAgency.COURT, SandboxAgency.CENTRE}) {
            HttpResponse<byte[]> response = get(party, notice.exchangeId());
            assertThat(response.statusCode()).isEqualTo(200);
            JsonNode exchange = Calls.json(response);
            assertThat(exchange.path("stateZh").stringValue()).isEqualTo("已收到");
            assertThat(exchange.at("/parties/centre").stringValue()).isEqualTo(SandboxAgency.CENTRE.code());
            JsonNode message = exchange.at("/messages/0");
            assertThat(message.path("actZh").stringValue()).isEqualTo("通知辩护（代理）");
            assertThat(message.path("payload")).isEqualTo(notice.act().payload());
            assertThat(message.at("/actor/id").stringValue()).isEqualTo("court-clerk-01");
            assertThat(message.at("/attachments/0/docType").stringValue()).isEqualTo("NOTICE");
            JsonNode clock = exchange.path("clocks").values().stream()
                    .filter(c -> c.path("name").stringValue().equals("assign-and-inform"))
                    .findFirst()
                    .orElseThrow();
            assertThat(clock.path("owes").stringValue()).isEqualTo("centre");
            assertThat(clock.path("article").stringValue()).isEqualTo("法律援助法36");
            assertThat(clock.path("dueAt").stringValue()).endsWith("T00:00:00+08:00");
        }
    }

    @Test
    void an_auditor_sees_that_a_message_was_sent_but_nothing_of_what_it_says() throws Exception {
        Accepted notice = Notices.sent(hub);

        JsonNode message =
                Calls.json(get(SandboxAgency.AUDITOR, notice.exchangeId())).at("/messages/0");

        assertThat(message.path("entryId").stringValue()).isEqualTo(notice.entryId());
        assertThat(message.has("payload")).isFalse();
        assertThat(message.has("actor")).isFalse();
        assertThat(message.path("attachments").isEmpty()).isTrue();
    }

    @Test
    void what_is_another_agencys_looks_as_if_it_were_not_there() throws Exception {
        Accepted notice = Notices.sent(hub);

        HttpResponse<byte[]> hidden = get(SandboxAgency.FIRM, notice.exchangeId());
        HttpResponse<byte[]> absent = get(SandboxAgency.FIRM, UUID.randomUUID().toString());

        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(absent.statusCode()).isEqualTo(404);
        assertThat(Calls.withoutRequestId(hidden)).isEqualTo(Calls.withoutRequestId(absent));
    }

    @Test
    void the_system_exchange_another_type_and_a_bad_id_are_refused() throws Exception {
        Accepted notice = Notices.sent(hub);
        Calls auditor = Calls.of(hub, SandboxAgency.AUDITOR);

        assertThat(auditor.get("/v1/exchanges/system/" + new UUID(0, 0)).statusCode())
                .isEqualTo(404);
        assertThat(auditor.get("/v1/exchanges/other/" + notice.exchangeId()).statusCode())
                .isEqualTo(404);
        assertThat(auditor.get("/v1/exchanges/defence-notice/1").statusCode()).isEqualTo(400);
    }

    @Test
    void a_token_without_the_scope_is_refused_before_anything_is_looked_up() throws Exception {
        Accepted notice = Notices.sent(hub);

        HttpResponse<byte[]> operator = get(SandboxAgency.BUREAU, notice.exchangeId());

        assertThat(operator.statusCode()).isEqualTo(403);
        assertThat(Calls.json(operator).at("/violations/0/code").stringValue()).isEqualTo("E-AUTH");
        assertThat(Calls.of(hub, SandboxAgency.AUDITOR)
                        .post("/v1/exchanges/defence-notice", "{}")
                        .statusCode())
                .isEqualTo(403);
    }
}
