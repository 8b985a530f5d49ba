package cn.justicehub.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.connectors.sandbox.HubRefused;
import cn.justicehub.connectors.sandbox.Inbound;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.testing.HubUnderTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** 法律援助法 48: the centre ends the aid it has given, and tells who acts in the case. */
class TerminationTest {

    private final HubUnderTest hub = HubUnderTest.start(Map.of());
    private final SandboxHome home = hub.bean(SandboxHome.class);
    private final Cases cases = new Cases(home, hub.uri(""));
    private final FirmSink firm = FirmSink.off(home);

    @AfterEach
    void check() throws Exception {
        try (hub;
                firm) {
            Receipts.verify(hub, cases.accepted());
            new LogCheck(hub).isWhole();
        }
    }

    private static ObjectNode decision() {
        return JsonMapper.shared()
                .createObjectNode()
                .put("event", "TERMINATE")
                .put("effectiveAt", "2026-11-27T10:00:00+08:00")
                .put("decidedAt", "2026-11-27")
                .put("decisionNo", "绿援终字〔2026〕1号")
                .put("terminationCode", "CASE_OVER")
                .put("reason", "案件已被撤销")
                .put("handler", "测试经办");
    }

    private HubRefused refused(AgencyClient client, String exchange) {
        return catchThrowableOfType(HubRefused.class, () -> cases.act(client, "terminate", exchange, decision()));
    }

    @Test
    void theCentreEndsTheAidAndNotifierAndFirmAreTold() throws Exception {
        firm.listen();
        String exchange = cases.offered();
        cases.accept(exchange);
        Told told = new Told(cases.court(), exchange);

        cases.act(cases.centre(), "terminate", exchange, decision());

        assertThat(told.state()).isEqualTo("TERMINATED");
        assertThat(told.ended()).isTrue();
        assertThat(told.clock("assign-and-inform").path("stoppedAt").isMissingNode())
                .as("nothing is owed any more")
                .isFalse();
        assertThat(cases.court().inbox(Duration.ZERO)).extracting(Inbound::act).contains("terminate");
        await().atMost(Duration.ofSeconds(60)).until(() -> firm.lane(exchange).contains("terminate"));
        assertThat(refused(cases.centre(), exchange).codes()).containsExactly("E-STATE");
    }

    @Test
    void onlyTheCentreMayAndOnlyOnceAFirmHasTheCase() throws Exception {
        firm.listen();
        String exchange = cases.offered();

        assertThat(refused(cases.centre(), exchange).codes())
                .as("nothing was given yet")
                .containsExactly("E-STATE");
        cases.accept(exchange);
        assertThat(refused(cases.court(), exchange).codes()).containsExactly("E-AUTH");
        assertThat(refused(cases.firm(), exchange).codes()).containsExactly("E-AUTH");
    }
}
