package cn.justicehub.hub.journey;

import static cn.justicehub.connectors.sandbox.SandboxAgency.HOTLINE;
import static cn.justicehub.connectors.sandbox.SandboxAgency.MEDIATION;
import static cn.justicehub.connectors.sandbox.SandboxAgency.PETITION;
import static cn.justicehub.connectors.sandbox.SandboxAgency.POLICE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.connectors.sandbox.Inbound;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.hub.testing.HubUnderTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Police, petition office and hotline hand disputes to a people's mediation committee (EX-22). */
class MediationTransferTest {

    private final HubUnderTest hub = HubUnderTest.start(Map.of());
    private final TypeDesk desk = new TypeDesk(hub, "mediation-transfer");

    @AfterEach
    void check() throws Exception {
        try (hub) {
            Receipts.verify(hub, desk.accepted());
        }
    }

    private String transferred(SandboxAgency agency, String source, String number) throws Exception {
        return desk.opens(agency, "transfer", payload -> from(payload, source, number));
    }

    private static void from(ObjectNode payload, String source, String number) {
        payload.put("source", source).put("sourceRef", number);
    }

    @Test
    void eachOfThreeSourcesHandsOverAndHearsOfTheOutcome() throws Exception {
        for (Map.Entry<SandboxAgency, String> one : Map.of(
                        POLICE, "POLICE_110", PETITION, "PETITION", HOTLINE, "HOTLINE_12348")
                .entrySet()) {
            String exchange = transferred(one.getKey(), one.getValue(), "T-1");
            assertThat(desk.fetched(MEDIATION, exchange))
                    .extracting(Inbound::act)
                    .containsExactly("transfer");
            desk.does(MEDIATION, "accept", exchange);
            desk.does(MEDIATION, "report", exchange);
            assertThat(desk.fetched(one.getKey(), exchange))
                    .extracting(Inbound::act)
                    .containsExactly("accept", "report");
        }
    }

    @Test
    void whatDoesNotSuitComesBackAndWhatThreatensGoesToThePolice() throws Exception {
        String refused = transferred(HOTLINE, "HOTLINE_12348", "T-2");
        desk.does(MEDIATION, "refuse", refused);
        assertThat(desk.state(HOTLINE, refused)).isEqualTo("REFUSED");

        String violent = transferred(PETITION, "PETITION", "T-3");
        assertThat(desk.fetched(POLICE, violent)).isEmpty();
        desk.does(MEDIATION, "alert", violent);
        assertThat(desk.fetched(POLICE, violent)).extracting(Inbound::act).containsExactly("alert");
        assertThat(desk.fetched(PETITION, violent)).extracting(Inbound::act).containsExactly("alert");
        assertThat(desk.state(PETITION, violent)).isEqualTo("TRANSFERRED");
    }

    @Test
    void nobodySpeaksForAnotherOrAgainstAPartysWill() throws Exception {
        var wrong = desk.refused(POLICE, desk.opening("transfer", payload -> {
            payload.put("source", "PETITION");
            ((ObjectNode) payload.required("parties").get(1)).put("willing", false);
        }));
        assertThat(wrong.codes()).containsExactlyInAnyOrder("E-AUTH", "E-GROUND");
        transferred(POLICE, "POLICE_110", "T-4"); // corrected, it goes
    }
}
