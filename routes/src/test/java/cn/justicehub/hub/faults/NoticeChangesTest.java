package cn.justicehub.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.Inbound;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.connectors.sandbox.SimulatedCourt;
import cn.justicehub.connectors.sandbox.SimulatedCourt.Defendant;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.hub.testing.MovingClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Scenarios of notices that take another course: a lawyer of the party's own, a conflict, another stage. */
class NoticeChangesTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final LocalDate FOUND = LocalDate.of(2026, 11, 25);

    /** Wednesday, 25 November 2026, nine in the morning: three days are over on Monday, the 30th. */
    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-25T01:00:00Z"));

    private final HubUnderTest hub = HubUnderTest.start(Map.of(), clock);
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

    private Told offered(int serial) throws Exception {
        firm.listen();
        Act notice = SimulatedCourt.notice(serial, Defendant.JIA, FOUND, null);
        Told told = new Told(cases.court(), cases.post(cases.court(), notice).exchangeId());
        cases.offer(told.exchange());
        return told;
    }

    private static ObjectNode event(String event) {
        return Cases.object().put("event", event).put("effectiveAt", "2026-11-27T10:00:00+08:00");
    }

    @Test
    void scenario6AnOwnLawyerAfterTheFirmAcceptedStopsItAndOwesNothing() throws Exception {
        Told told = offered(1);
        cases.accept(told.exchange());

        cases.act(
                cases.court(),
                "own-lawyer",
                told.exchange(),
                event("OWN_LAWYER").put("lawyerName", "测试律师丑"));

        assertThat(told.state()).isEqualTo("SUPERSEDED");
        assertThat(told.ended()).isTrue();
        assertThat(cases.centre().inbox(Duration.ZERO)).extracting(Inbound::act).contains("own-lawyer");
        await().atMost(SOON).until(() -> firm.lane(told.exchange()).contains("own-lawyer"));
        Told other = new Told(
                cases.court(),
                cases.post(cases.court(), SimulatedCourt.notice(2, Defendant.YI, FOUND, null))
                        .exchangeId());
        clock.move(Duration.ofDays(20));
        await().atMost(SOON).until(() -> other.flags().contains("OVERDUE"));
        assertThat(told.flags()).as("nothing lapses in it").isEmpty();
    }

    @Test
    void scenario7AConflictLeadsToAnotherOfferInsideTheSameThreeDays() throws Exception {
        Told told = offered(3);
        clock.move(Duration.ofHours(3));

        cases.decline(told.exchange(), "CONFLICT");

        clock.move(Duration.ofHours(22));
        cases.assign(told.exchange());
        assertThat(told.state()).isEqualTo("OFFERED");
        assertThat(told.clocks("answer-offer")).as("each offer has its own").hasSize(2);
        assertThat(told.clocks("assign-and-inform"))
                .singleElement()
                .satisfies(
                        one -> assertThat(one.required("dueDate").stringValue()).isEqualTo("2026-11-30"));
        clock.move(Duration.ofDays(5)); // Tuesday
        cases.accept(told.exchange());
        Accepted late = cases.reply(told.exchange());
        assertThat(Told.receipt(late)).contains("E-LATE");
        assertThat(told.flags()).contains("OVERDUE");
    }

    @Test
    void theNextStageNeedsANoticeOfItsOwn() throws Exception {
        Told told = offered(4);
        cases.register(told.exchange());

        cases.act(
                cases.court(),
                "end-stage",
                told.exchange(),
                event("STAGE").put("nextStage", "50").put("reason", "提起上诉"));
        Act next = SimulatedCourt.notice(4, Defendant.JIA, FOUND, null);
        ((ObjectNode) next.payload()).put("stage", "50").put("priorAssignmentNo", "绿援指〔2026〕1号");
        Accepted opened = cases.post(cases.court(), next);

        assertThat(told.state()).isEqualTo("STAGE_ENDED");
        assertThat(told.ended()).isTrue();
        assertThat(opened.exchangeId()).isNotEqualTo(told.exchange());
        Told second = new Told(cases.court(), opened.exchangeId());
        assertThat(second.state()).isEqualTo("RECEIVED");
        assertThat(second.clock("assign-and-inform").path("stoppedAt").isMissingNode())
                .as("its three days run")
                .isTrue();
        await().atMost(SOON).until(() -> firm.lane(told.exchange()).contains("end-stage"));
        assertThat(firm.lane(opened.exchangeId()))
                .as("the lawyer of the stage before is told nothing of it")
                .isEmpty();
    }
}
