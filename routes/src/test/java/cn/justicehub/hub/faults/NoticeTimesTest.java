package cn.justicehub.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.connectors.sandbox.SimulatedCourt;
import cn.justicehub.connectors.sandbox.SimulatedCourt.Defendant;
import cn.justicehub.connectors.sandbox.SimulatedCourt.Hearing;
import cn.justicehub.connectors.sandbox.SimulatedNotifier;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.hub.testing.MovingClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Scenarios of notices whose days are counted: holidays, make-up working days, minors and papers before a hearing. */
class NoticeTimesTest {

    private static final String INFORM = "assign-and-inform";
    private static final Defendant BING = new Defendant("测试丙", "69010620110315003X", true, List.of());

    /** Wednesday, 30 September 2026, ten in the morning: National Day's holidays begin the day after. */
    private final MovingClock clock = new MovingClock(Instant.parse("2026-09-30T02:00:00Z"));

    private final HubUnderTest hub = HubUnderTest.start(Map.of(), clock);
    private final SandboxHome home = hub.bean(SandboxHome.class);
    private final Cases cases = new Cases(home, hub.uri(""));

    @AfterEach
    void check() throws Exception {
        try (hub) {
            Receipts.verify(hub, cases.accepted());
            new LogCheck(hub).isWhole();
        }
    }

    private void moveTo(String time) {
        clock.move(Duration.between(clock.now(), OffsetDateTime.parse(time).toInstant()));
    }

    private Told notified(int serial, LocalDate discoveredAt, @Nullable Hearing hearing) throws Exception {
        Act notice = SimulatedCourt.notice(serial, Defendant.JIA, discoveredAt, hearing);
        return new Told(cases.court(), cases.post(cases.court(), notice).exchangeId());
    }

    private static void isDue(JsonNode clock, String alarmAt, String dueDate) {
        assertThat(OffsetDateTime.parse(clock.required("alarmAt").stringValue()).toInstant())
                .isEqualTo(OffsetDateTime.parse(alarmAt).toInstant());
        assertThat(clock.required("dueDate").stringValue()).isEqualTo(dueDate);
    }

    @Test
    void scenarios2And3TheHolidayRollsTheDayAndTheMakeUpSaturdayDoesNot() throws Exception {
        Told holiday = notified(1, LocalDate.of(2026, 9, 30), null);
        isDue(holiday.clock(INFORM), "2026-10-04T00:00:00+08:00", "2026-10-08");

        moveTo("2026-10-07T10:00:00+08:00");
        Told saturday = notified(2, LocalDate.of(2026, 10, 7), null);
        isDue(saturday.clock(INFORM), "2026-10-11T00:00:00+08:00", "2026-10-10");

        moveTo("2026-10-08T20:00:00+08:00");
        cases.offer(holiday.exchange());
        cases.accept(holiday.exchange());
        Accepted inTime = cases.reply(holiday.exchange());
        moveTo("2026-10-12T09:00:00+08:00");
        cases.offer(saturday.exchange());
        cases.accept(saturday.exchange());
        Accepted late = cases.reply(saturday.exchange());

        assertThat(Told.receipt(inTime)).doesNotContain("E-LATE");
        assertThat(holiday.flags()).isEmpty();
        assertThat(Told.receipt(late)).contains("E-LATE");
        assertThat(saturday.flags()).containsExactly("OVERDUE");
    }

    @Test
    void scenario1AMinorUnderInvestigationAndTheWeekend() throws Exception {
        moveTo("2026-11-19T16:40:00+08:00");
        AgencyClient police = Cases.client(home, SandboxAgency.POLICE, hub.uri(""));
        Act notice = SimulatedNotifier.POLICE.notice(3, BING, LocalDate.of(2026, 11, 19), null);
        ObjectNode payload = (ObjectNode) notice.payload();
        payload.put("ground", "01").put("groundEvidence", "户口簿");
        ((ObjectNode) payload.required("party"))
                .putObject("guardian")
                .put("name", "测试辛")
                .put("relation", "母亲");

        Told told = new Told(police, cases.post(police, notice).exchangeId());

        isDue(told.clock(INFORM), "2026-11-23T00:00:00+08:00", "2026-11-23");
        String listed = listed(payload.required("caseNo").stringValue());
        assertThat(listed).contains(told.exchange()).doesNotContain("测试丙", "69010620110315003X", "测试辛", "户口簿");
        cases.act(cases.centre(), "validate", told.exchange(), Cases.object().put("handler", "测试经办"));
        assertThat(Told.receipt(cases.assigned(told.exchange(), "01", Cases.lawyer())))
                .as("a lawyer of whom nobody said that he is familiar with minors")
                .contains("E-GROUND");
    }

    private String listed(String caseNo) throws Exception {
        return hub.requests()
                .post(
                        "/v1/searches",
                        "{\"type\":\"defence-notice\",\"keys\":{\"/caseNo\":\"" + caseNo + "\"}}",
                        request -> request.header(
                                        "Authorization",
                                        "Bearer " + hub.token(SandboxAgency.CENTRE.code(), "exchange:read"))
                                .header("Content-Type", "application/json"))
                .body();
    }

    @Test
    void scenario11PapersEightDaysBeforeTheHearingAreLateAndAccepted() throws Exception {
        Hearing hearing = new Hearing(OffsetDateTime.parse("2026-10-08T09:00:00+08:00"), "第三法庭", "ORDINARY");
        Act notice = SimulatedCourt.notice(4, Defendant.YI, LocalDate.of(2026, 9, 30), hearing);

        Accepted late = cases.post(cases.court(), notice);

        Told told = new Told(cases.court(), late.exchangeId());
        assertThat(Told.receipt(late)).contains("E-LATE");
        assertThat(told.state()).isEqualTo("RECEIVED");
        assertThat(told.flags()).containsExactly("LATE");
        Hearing fast = new Hearing(hearing.at(), hearing.place(), "FAST");
        assertThat(notified(5, LocalDate.of(2026, 9, 30), fast).flags()).isEmpty();
    }

    @Test
    void scenario8ALifeSentenceWarnsTheDistrictCourtAndOfALawyerOfTwoYears() throws Exception {
        Act fromCourt = SimulatedCourt.notice(6, Defendant.WU, LocalDate.of(2026, 9, 30), null);
        ((ObjectNode) fromCourt.payload()).put("ground", "04");
        Act fromProcuratorate =
                SimulatedNotifier.PROCURATORATE.notice(7, Defendant.WU, LocalDate.of(2026, 9, 30), null);
        ((ObjectNode) fromProcuratorate.payload()).put("ground", "04");
        AgencyClient procuratorate = Cases.client(home, SandboxAgency.PROCURATORATE, hub.uri(""));

        Accepted court = cases.post(cases.court(), fromCourt);
        Accepted noWarning = cases.post(procuratorate, fromProcuratorate);
        String exchange = noWarning.exchangeId();
        cases.act(cases.centre(), "validate", exchange, Cases.object().put("handler", "测试经办"));
        Accepted two = cases.assigned(exchange, "04", Cases.lawyer().put("criminalYears", 2));

        assertThat(Told.receipt(court)).contains("E-JURIS");
        assertThat(Told.receipt(noWarning)).doesNotContain("E-JURIS");
        assertThat(Told.receipt(two)).contains("E-GROUND");
    }
}
