package cn.justicehub.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.connectors.sandbox.SimulatedCourt.Defendant;
import cn.justicehub.connectors.sandbox.SimulatedNotifier;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.hub.testing.MovingClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** 公安机关办理刑事案件程序规定 47: the police tell of a refusal, and of a lawyer of the party's own, within three days. */
class PoliceTellTest {

    /** Wednesday, 25 November 2026, nine in the morning. */
    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-25T01:00:00Z"));

    private final HubUnderTest hub = HubUnderTest.start(Map.of(), clock);
    private final SandboxHome home = hub.bean(SandboxHome.class);
    private final Cases cases = new Cases(home, hub.uri(""));
    private final AgencyClient police = Cases.client(home, SandboxAgency.POLICE, hub.uri(""));

    @AfterEach
    void check() throws Exception {
        try (hub) {
            Receipts.verify(hub, cases.accepted());
            new LogCheck(hub).isWhole();
        }
    }

    private Told active(int serial) throws Exception {
        LocalDate today = LocalDate.of(2026, 11, 25);
        Accepted notice = cases.post(police, SimulatedNotifier.POLICE.notice(serial, Defendant.JIA, today, null));
        cases.offer(notice.exchangeId());
        cases.register(police, notice.exchangeId());
        return new Told(police, notice.exchangeId());
    }

    private static ObjectNode event(String event) {
        ObjectNode payload = JsonMapper.shared().createObjectNode();
        return payload.put("event", event).put("effectiveAt", "2026-11-25T09:00:00+08:00");
    }

    private static ObjectNode refusal(String refusedAt) {
        return event("REFUSE").put("reason", "测试原因").put("refusedAt", refusedAt);
    }

    private static ObjectNode ownLawyer(String engagedAt) {
        return event("OWN_LAWYER").put("lawyerName", "测试律师丑").put("engagedAt", engagedAt);
    }

    @Test
    void aRefusalIsToldInTimeOnTheThirdDayAndLateOnTheFourth() throws Exception {
        Told third = active(1);
        Told fourth = active(2);

        Accepted inTime = cases.act(police, "refuse", third.exchange(), refusal("2026-11-22"));
        Accepted late = cases.act(police, "refuse", fourth.exchange(), refusal("2026-11-21"));

        assertThat(Told.receipt(inTime)).doesNotContain("E-LATE");
        assertThat(third.flags()).isEmpty();
        assertThat(third.clock("refusal-told").required("dueDate").stringValue())
                .isEqualTo("2026-11-25");
        assertThat(Told.receipt(late)).contains("E-LATE");
        assertThat(fourth.flags()).containsExactly("LATE");
        assertThat(fourth.state()).as("accepted all the same").isEqualTo("REFUSED");
    }

    @Test
    void aLawyerOfTheirOwnIsToldInTimeOnTheThirdDayAndLateOnTheFourth() throws Exception {
        Told third = active(3);
        Told fourth = active(4);

        cases.act(police, "own-lawyer", third.exchange(), ownLawyer("2026-11-22"));
        Accepted late = cases.act(police, "own-lawyer", fourth.exchange(), ownLawyer("2026-11-21"));

        assertThat(third.flags()).isEmpty();
        assertThat(third.state()).isEqualTo("SUPERSEDED");
        assertThat(Told.receipt(late)).contains("E-LATE");
        assertThat(fourth.flags()).containsExactly("LATE");
        assertThat(fourth.clock("own-lawyer-told").required("owes").stringValue())
                .isEqualTo("notifier");
    }

    @Test
    void aCourtAndTheCentreAreNotHeldToIt() throws Exception {
        String refused = cases.offered();
        cases.register(refused);
        Told byCentre = active(5);

        Accepted court = cases.act(cases.court(), "refuse", refused, refusal("2026-11-01"));
        Accepted centre = cases.act(cases.centre(), "own-lawyer", byCentre.exchange(), ownLawyer("2026-11-01"));

        assertThat(Told.receipt(court)).doesNotContain("E-LATE");
        assertThat(Told.receipt(centre)).doesNotContain("E-LATE");
        assertThat(byCentre.clocks("own-lawyer-told")).isEmpty();
    }
}
