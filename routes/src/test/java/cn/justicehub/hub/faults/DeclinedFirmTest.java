package cn.justicehub.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.HubRefused;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.testing.HubUnderTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A firm that declined has no part in the case: what happens after that is not told to it, nor shown. */
class DeclinedFirmTest {

    private static final Duration SOON = Duration.ofSeconds(60);

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

    private static ObjectNode custody() {
        return JsonMapper.shared()
                .createObjectNode()
                .put("event", "CUSTODY")
                .put("effectiveAt", "2026-11-27T10:00:00+08:00")
                .put("reason", "测试原因")
                .put("new", "测试第二看守所");
    }

    @Test
    void itIsNotToldOfChangesUntilItIsOfferedTheCaseAgain() throws Exception {
        firm.listen();
        String exchange = cases.offered();
        Accepted declined = cases.decline(exchange, "CONFLICT");

        cases.act(cases.court(), "change", exchange, custody());
        HubRefused seen = catchThrowableOfType(HubRefused.class, () -> new Told(cases.firm(), exchange).state());
        HubRefused accepts = catchThrowableOfType(HubRefused.class, () -> cases.accept(exchange));
        Accepted repeated = cases.firm().post(declined.act(), declined.body());
        cases.assign(exchange);
        cases.act(cases.court(), "change", exchange, custody());

        assertThat(seen.status()).isEqualTo(404);
        assertThat(accepts.status()).isEqualTo(404);
        assertThat(repeated.receipt()).as("its own answer stands").isEqualTo(declined.receipt());
        await().atMost(SOON).until(() -> firm.lane(exchange).contains("change"));
        assertThat(firm.lane(exchange)).containsExactly("offer", "offer", "change");
    }

    @Test
    void aWithdrawalAfterwardsDoesNotReachIt() throws Exception {
        firm.listen();
        String exchange = cases.offered();
        cases.decline(exchange, "ILL");

        Accepted withdrawn = cases.withdraw(exchange);

        assertThat(new Told(cases.court(), exchange).state()).isEqualTo("WITHDRAWN");
        String receivers = new String(
                cases.court().get("/v1/messages/" + withdrawn.entryId() + "/deliveries"), StandardCharsets.UTF_8);
        assertThat(receivers).contains(SandboxAgency.CENTRE.code()).doesNotContain(SandboxAgency.FIRM.code());
    }
}
