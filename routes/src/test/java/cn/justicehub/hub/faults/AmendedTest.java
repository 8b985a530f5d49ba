package cn.justicehub.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.connectors.sandbox.SimulatedCourt;
import cn.justicehub.connectors.sandbox.SimulatedCourt.Defendant;
import cn.justicehub.connectors.sandbox.SimulatedCourt.Hearing;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.hub.testing.MovingClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * A notice that is sent again and says something else: the firm that has accepted the case gets it, and a duty that its
 * first acceptance met or missed is judged by that again where its date is another.
 */
class AmendedTest {

    /** Wednesday, 25 November 2026, nine in the morning. */
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

    private static Act notice(LocalDate discoveredAt, @Nullable String hearing) {
        Hearing at = hearing == null ? null : new Hearing(OffsetDateTime.parse(hearing), "第三法庭", "ORDINARY");
        return SimulatedCourt.notice(1, Defendant.JIA, discoveredAt, at);
    }

    private static Act charged(String chargeName) {
        Act notice = notice(LocalDate.of(2026, 11, 25), null);
        ((ObjectNode) notice.payload()).put("chargeName", chargeName);
        return notice;
    }

    @Test
    void theFirmGetsItOnceItHasAcceptedTheCaseAndNotBefore() throws Exception {
        firm.listen();
        String exchange = cases.post(cases.court(), charged("盗窃罪")).exchangeId();
        cases.offer(exchange);
        cases.post(cases.court(), charged("抢夺罪"));
        cases.accept(exchange);

        Accepted amended = cases.post(cases.court(), charged("抢劫罪"));
        cases.withdraw(exchange);

        assertThat(amended.exchangeId()).isEqualTo(exchange);
        await().atMost(Duration.ofSeconds(60)).until(() -> firm.lane(exchange).contains("withdraw"));
        assertThat(firm.lane(exchange)).containsExactly("offer", "submit", "withdraw");
    }

    @Test
    void aHearingIsJudgedByWhenTheNoticeFirstCame() throws Exception {
        LocalDate found = LocalDate.of(2026, 11, 25);
        String exchange = cases.post(cases.court(), notice(found, null)).exchangeId();
        Told told = new Told(cases.court(), exchange);
        assertThat(told.clocks("court-papers")).isEmpty();
        String due = told.clock("assign-and-inform").toString();

        clock.move(Duration.ofDays(1));
        Accepted fixed = cases.post(cases.court(), notice(found, "2026-12-11T09:00:00+08:00"));

        assertThat(Told.receipt(fixed))
                .as("sixteen days after the notice came")
                .contains("E-DUP")
                .doesNotContain("E-LATE");
        assertThat(told.clocks("court-papers")).hasSize(1);
        assertThat(told.flags()).isEmpty();

        Accepted earlier = cases.post(cases.court(), notice(found, "2026-12-03T09:00:00+08:00"));

        assertThat(Told.receipt(earlier)).as("eight days").contains("E-DUP", "E-LATE");
        assertThat(told.flags()).containsExactly("LATE");
        assertThat(told.state()).isEqualTo("RECEIVED");
        cases.post(cases.court(), notice(found, "2026-12-11T09:00:00+08:00"));
        assertThat(told.clocks("court-papers")).as("judged once").hasSize(2);
        assertThat(told.clock("assign-and-inform").toString())
                .as("what counts from receipt goes on")
                .isEqualTo(due);
    }

    @Test
    void anotherDayOfDiscoveryIsJudgedAsWell() throws Exception {
        String exchange = cases.post(cases.court(), notice(LocalDate.of(2026, 11, 24), null))
                .exchangeId();
        Told told = new Told(cases.court(), exchange);
        clock.move(Duration.ofDays(1));

        Accepted inTime = cases.post(cases.court(), notice(LocalDate.of(2026, 11, 22), null));
        Accepted late = cases.post(cases.court(), notice(LocalDate.of(2026, 11, 20), null));

        assertThat(Told.receipt(inTime)).as("the third day, then").doesNotContain("E-LATE");
        assertThat(Told.receipt(late)).contains("E-LATE");
        assertThat(told.flags()).containsExactly("LATE");
        assertThat(told.clocks("notify-in-time")).hasSize(3);
    }
}
