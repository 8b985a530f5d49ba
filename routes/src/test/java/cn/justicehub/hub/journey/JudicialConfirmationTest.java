package cn.justicehub.hub.journey;

import static cn.justicehub.connectors.sandbox.SandboxAgency.COURT;
import static cn.justicehub.connectors.sandbox.SandboxAgency.MEDIATION;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.HubRefused;
import cn.justicehub.connectors.sandbox.Inbound;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.hub.testing.MovingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** A mediation agreement is confirmed by a court, or the time for it runs out (EX-21). */
class JudicialConfirmationTest {

    private static final String TYPE = "judicial-confirmation";
    private static final Duration SOON = Duration.ofSeconds(60);

    /** Thursday, 20 August 2026: the thirtieth day after is Saturday, 19 September, the Sunday after it works. */
    private final MovingClock clock = new MovingClock(Instant.parse("2026-08-20T01:00:00Z"));

    private final HubUnderTest hub = HubUnderTest.start(Map.of(), clock);
    private final TypeDesk desk = new TypeDesk(hub, TYPE);

    @AfterEach
    void check() throws Exception {
        try (hub) {
            Receipts.verify(hub, desk.accepted());
        }
    }

    private static String problem(HubRefused refusal) {
        return new String(refusal.problem(), UTF_8);
    }

    private void moveTo(String instant) {
        clock.move(Duration.between(clock.now(), Instant.parse(instant)));
    }

    private static void oneSignature(ObjectNode payload) {
        ((ObjectNode) payload.required("applicants").get(1)).remove("signedOn");
    }

    private String registered(String number) throws Exception {
        return desk.opens(MEDIATION, "register", payload -> payload.put("agreementNo", number));
    }

    @Test
    void scenario13OneSignatureStopsNothingAndAfterTheLastDayOtherWaysAreOpen() throws Exception {
        String exchange = registered("绿调协〔2026〕13号");
        assertThat(desk.due(MEDIATION, exchange, "apply-in-time")).isEqualTo("2026-09-20");

        moveTo("2026-09-18T02:00:00Z");
        HubRefused alone = desk.refused(MEDIATION, "apply", exchange, JudicialConfirmationTest::oneSignature);
        assertThat(alone.codes()).containsExactly("E-INCOMPLETE");
        assertThat(problem(alone)).contains("各方当事人共同申请");
        assertThat(desk.state(MEDIATION, exchange)).isEqualTo("CONFIRM_OPEN");
        assertThat(desk.clock(MEDIATION, exchange, "apply-in-time").has("stoppedAt"))
                .isFalse();

        moveTo("2026-09-20T16:00:01Z"); // Monday has begun
        await().atMost(SOON).until(() -> desk.state(MEDIATION, exchange).equals("LAPSED"));
        assertThat(desk.fetched(MEDIATION, exchange)).extracting(Inbound::act).containsExactly("lapse");
        HubRefused late = desk.refused(MEDIATION, "apply", exchange, payload -> {});
        assertThat(late.codes()).containsExactly("E-STATE");
        assertThat(problem(late)).contains("自动履行", "重新达成协议", "赋强公证", "起诉");
        hiddenFromTheCourt(exchange);

        desk.does(MEDIATION, "other-way", exchange);
        assertThat(desk.state(MEDIATION, exchange)).isEqualTo("SUED");
    }

    @Test
    void onTheLastDayItIsInTime() throws Exception {
        String exchange = registered("绿调协〔2026〕20号");
        moveTo("2026-09-20T15:59:00Z");
        desk.does(MEDIATION, "apply", exchange);
        assertThat(desk.state(MEDIATION, exchange)).isEqualTo("APPLIED");
        assertThat(desk.due(COURT, exchange, "accept-in-time")).isEqualTo("2026-09-23");
        moveTo("2026-09-21T01:00:00Z");
        assertThat(desk.records("lapse")).isZero();
    }

    @Test
    void anAgreementThatLapsedBeforeItWasRegisteredIsLapsed() throws Exception {
        moveTo("2026-10-12T01:00:00Z");
        String exchange = registered("绿调协〔2026〕21号");
        await().atMost(SOON).until(() -> desk.state(MEDIATION, exchange).equals("LAPSED"));
    }

    @Test
    void scenario14ParentageIsRejectedBeforeAnythingIsSent() throws Exception {
        HubRefused parentage = desk.refused(
                MEDIATION,
                desk.opening("register", payload -> payload.putArray("subjects").add("IDENTITY_RELATION")));
        assertThat(parentage.codes()).containsExactly("E-GROUND");
        assertThat(problem(parentage)).contains("民诉法解释355");

        String exchange = registered("绿调协〔2026〕14号");
        HubRefused both = desk.refused(MEDIATION, "apply", exchange, payload -> {
            payload.putArray("subjects").add("PAYMENT").add("IDENTITY_RELATION");
            oneSignature(payload);
        });
        assertThat(both.codes()).containsExactlyInAnyOrder("E-GROUND", "E-INCOMPLETE");
        hiddenFromTheCourt(exchange);
        assertThat(desk.client(COURT).inbox(Duration.ZERO)).isEmpty();
    }

    @Test
    void theCourtConfirmsWithinItsTime() throws Exception {
        String exchange = registered("绿调协〔2026〕1号");
        hiddenFromTheCourt(exchange);
        desk.does(MEDIATION, "apply", exchange);
        assertThat(desk.fetched(COURT, exchange)).extracting(Inbound::act).containsExactly("apply");
        desk.does(COURT, "accept", exchange);
        assertThat(desk.due(COURT, exchange, "decide-in-time")).isEqualTo("2026-09-04");
        assertThat(desk.due(COURT, exchange, "outer-limit")).isEqualTo("2026-09-20");
        desk.does(COURT, "prolong", exchange, payload -> payload.put("until", "2026-09-14"));
        assertThat(desk.due(COURT, exchange, "decide-in-time")).isEqualTo("2026-09-14");
        desk.does(COURT, "confirm", exchange);

        assertThat(desk.state(MEDIATION, exchange)).isEqualTo("CONFIRMED_BY_COURT");
        assertThat(desk.fetched(MEDIATION, exchange))
                .extracting(Inbound::act)
                .containsExactly("accept", "prolong", "confirm");
    }

    private void hiddenFromTheCourt(String exchange) {
        HubRefused refusal = catchThrowableOfType(HubRefused.class, () -> desk.shown(COURT, exchange));
        assertThat(refusal.status()).isEqualTo(404);
    }
}
