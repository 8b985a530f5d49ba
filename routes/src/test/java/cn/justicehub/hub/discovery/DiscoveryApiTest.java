package cn.justicehub.hub.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.hub.testing.Calls;
import cn.justicehub.hub.testing.HubUnderTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Discovery over HTTP. */
class DiscoveryApiTest {

    private final HubUnderTest hub = HubUnderTest.shared();

    @Test
    void agencies_are_named_with_their_roles_and_nothing_that_is_secret() throws Exception {
        byte[] body = Calls.of(hub, SandboxAgency.FIRM).get("/v1/agencies").body();

        assertThat(new String(body, StandardCharsets.UTF_8))
                .contains("绿园区人民法院（沙箱）", "\"court\"", "DISTRICT")
                .doesNotContain("bcrypt", "127.0.0.1", "BEGIN", "clientId");
    }

    @Test
    void a_type_is_told_whole() throws Exception {
        Calls court = Calls.of(hub, SandboxAgency.COURT);

        assertThat(Calls.json(court.get("/v1/exchange-types"))
                        .at("/items/0/openingAct")
                        .stringValue())
                .isEqualTo("submit");
        JsonNode type = Calls.json(court.get("/v1/exchange-types/defence-notice"));
        assertThat(type.at("/states/0/name").stringValue()).isEqualTo("RECEIVED");
        assertThat(type.at("/states/0/initial").booleanValue()).isTrue();
        assertThat(type.path("parties").values().stream()
                        .map(party -> party.path("takenBy").stringValue()))
                .containsExactly("OPENER", "ROLE", "ACT");
        JsonNode submit = type.path("acts").values().stream()
                .filter(act -> act.path("name").stringValue().equals("submit"))
                .findFirst()
                .orElseThrow();
        assertThat(submit.at("/schema/properties/caseNo").isMissingNode()).isFalse();
        assertThat(submit.path("guards").size()).isGreaterThan(5);
        assertThat(type.path("clocks").values().stream()
                        .map(clock -> clock.path("start").stringValue()))
                .contains("received submit", "date submit /discoveredAt", "before submit /hearing/at");
        assertThat(court.get("/v1/exchange-types/none").statusCode()).isEqualTo(404);
    }

    @Test
    void the_contract_names_each_act() throws Exception {
        Calls auditor = Calls.of(hub, SandboxAgency.AUDITOR);

        JsonNode contract = Calls.json(auditor.get("/v1/openapi.json"));

        assertThat(contract.path("paths").has("/v1/exchanges/defence-notice")).isTrue();
        assertThat(contract.path("paths").has("/v1/exchanges/defence-notice/{exchangeId}/assign"))
                .isTrue();
        assertThat(auditor.get("/v1/openapi.json").body())
                .isEqualTo(auditor.get("/v1/openapi.json").body());
    }
}
