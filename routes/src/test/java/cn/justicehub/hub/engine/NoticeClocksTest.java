package cn.justicehub.hub.engine;

import static cn.justicehub.hub.engine.Agencies.CENTRE;
import static cn.justicehub.hub.engine.Agencies.COURT;
import static cn.justicehub.hub.engine.Agencies.FIRM;
import static cn.justicehub.hub.engine.Agencies.OTHER_FIRM;
import static cn.justicehub.hub.engine.Agencies.POLICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The statutory times of defence notices, with the scenarios of DOMAIN §6 that concern them. */
class NoticeClocksTest {

    private static final String INFORM = "assign-and-inform";
    private static final String ANSWER = "answer-offer";

    private final Walk walk = new Walk(Walk.NOTICE);

    private static Map<String, Object> notice(String discovered) {
        return Payloads.with(Payloads.of("submit"), "discoveredAt", discovered);
    }

    private static long millis(String local) {
        return Walk.at(local).toEpochMilli();
    }

    private void noticed(String when, String discovered) {
        walk.act(when, "submit", POLICE, "p0", notice(discovered));
    }

    private void acceptedByTheFirm(String when) {
        walk.act(when, "validate", CENTRE, null, Payloads.of("validate"));
        walk.act(when, "assign", CENTRE, "p1", Payloads.of("assign"));
        walk.act(when, "offer", CENTRE, null, Payloads.offerTo(FIRM));
        walk.act(when, "accept", FIRM, "p2", Payloads.of("accept"));
    }

    private void replied(String when) {
        walk.act(when, "reply", CENTRE, null, Payloads.of("reply"));
    }

    @Test
    void scenario2AReplyOnTheRolledDayIsOnTime() {
        noticed("2026-09-30T10:00", "2026-09-30");
        ClockState clock = walk.clock(INFORM);
        assertThat(clock.owes()).isEqualTo(CENTRE.code());
        assertThat(clock.alarmAt()).isEqualTo(millis("2026-10-04T00:00"));
        assertThat(clock.dueDate()).isEqualTo("2026-10-08");
        assertThat(clock.dueAt()).isEqualTo(millis("2026-10-09T00:00"));

        acceptedByTheFirm("2026-09-30T11:00");
        replied("2026-10-08T23:59:59.999");

        assertThat(walk.timed().late()).isFalse();
        assertThat(walk.clock(INFORM).stoppedAt()).isEqualTo(millis("2026-10-08T23:59:59.999"));
        assertThat(walk.clock(INFORM).lapsedAt()).isNull();
        assertThat(walk.state().flags()).isEmpty();
    }

    @Test
    void scenario3AReplyAfterTheMakeUpSaturdayIsOverdue() {
        noticed("2026-10-07T10:00", "2026-10-07");
        assertThat(walk.clock(INFORM).dueDate()).isEqualTo("2026-10-10");

        acceptedByTheFirm("2026-10-07T11:00");
        replied("2026-10-12T09:00");

        assertThat(walk.timed().late()).isTrue();
        assertThat(walk.clock(INFORM).lapsedAt()).isEqualTo(millis("2026-10-12T09:00"));
        assertThat(walk.clock(INFORM).running()).isFalse();
        assertThat(walk.state().flags()).containsExactly("OVERDUE");
    }

    @Test
    void theFirstInstantAfterTheDayIsLate() {
        noticed("2026-10-07T10:00", "2026-10-07");
        acceptedByTheFirm("2026-10-07T11:00");
        replied("2026-10-11T00:00");

        assertThat(walk.timed().late()).isTrue();
    }

    @Test
    void aLateReplyIsToldSoEvenWhenTheLapseWasRecordedBefore() {
        noticed("2026-10-07T10:00", "2026-10-07");
        acceptedByTheFirm("2026-10-07T11:00");
        walk.lapsed("2026-10-11T00:00:01", INFORM);
        replied("2026-10-12T09:00");

        assertThat(walk.timed().late()).isTrue();
        assertThat(walk.clock(INFORM).lapsedAt()).isEqualTo(millis("2026-10-11T00:00:01"));
        assertThat(walk.clock(INFORM).stoppedAt()).isEqualTo(millis("2026-10-12T09:00"));
    }

    @Test
    void whoMakesAnothersDutyVoidIsNotLate() {
        noticed("2026-10-07T10:00", "2026-10-07");
        walk.act("2026-10-12T09:00", "withdraw", POLICE, null, Payloads.of("withdraw"));

        assertThat(walk.timed().late()).isFalse();
        assertThat(walk.state().flags()).containsExactly("OVERDUE");
        assertThat(walk.clock(INFORM).running()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-18, 2026-11-19T10:00, false",
        "2026-11-18, 2026-11-23T23:59, false",
        "2026-11-18, 2026-11-24T00:00, true"
    })
    void tellingIsJudgedWhenTheNoticeIsAccepted(String discovered, String accepted, boolean late) {
        noticed(accepted, discovered);
        ClockState clock = walk.clock("notify-in-time");

        assertThat(walk.timed().late()).isEqualTo(late);
        assertThat(walk.state().flags().contains("LATE")).isEqualTo(late);
        assertThat(clock.owes()).isEqualTo(POLICE.code());
        assertThat(clock.running()).isFalse();
        assertThat(clock.lapsedAt() != null).isEqualTo(late);
        assertThat(clock.dueDate()).isEqualTo("2026-11-23");
    }

    @Test
    void tellingInThreeDaysIsForMandatoryGroundsOnly() {
        Map<String, Object> pilot = Payloads.with(Payloads.of("submit-life-sentence-procuratorate"), "ground", "23");
        ClockKeeper.Result timed = started(pilot);

        assertThat(timed.clocks()).extracting(ClockState::name).containsExactly(INFORM);
    }

    private static ClockKeeper.Result started(Map<String, Object> payload) {
        ExchangeState before = Walk.blank(Walk.NOTICE);
        ExchangeState after = before.with(
                "RECEIVED", Set.of(), Map.of("notifier", "procuratorate-01", "centre", CENTRE.code()), false);
        ActRequest.Sender sender = new ActRequest.Sender("procuratorate-01", Set.of("procuratorate"), "DISTRICT");
        return Walk.KEEPER.after(
                new ClockKeeper.Happened(
                        Walk.NOTICE,
                        before,
                        after,
                        new ActRequest("submit", sender, null, payload),
                        Set.of(CENTRE.code()),
                        1,
                        millis("2027-03-01T10:00")),
                List.of());
    }

    @Test
    void scenario11PapersEightDaysBeforeAnOrdinaryHearingAreLateAndAccepted() {
        Map<String, Object> papers =
                Payloads.with(Payloads.hearing("2026-12-17T09:30:00+08:00", "ORDINARY"), "discoveredAt", "2026-12-08");
        walk.act("2026-12-09T10:00", "submit", COURT, null, papers);

        assertThat(walk.timed().late()).isTrue();
        assertThat(walk.state().flags()).containsExactly("LATE");
        assertThat(walk.clock("court-papers").dueDate()).isEqualTo("2026-12-02");
        assertThat(walk.clock("court-papers").running()).isFalse();
        assertThat(walk.clock(INFORM).running()).isTrue();
    }

    @Test
    void papersFifteenDaysBeforeAreInTime() {
        Map<String, Object> papers =
                Payloads.with(Payloads.hearing("2026-12-17T09:30:00+08:00", "ORDINARY"), "discoveredAt", "2026-12-01");
        walk.act("2026-12-02T23:59", "submit", COURT, null, papers);

        assertThat(walk.timed().late()).isFalse();
        assertThat(walk.clock("court-papers").lapsedAt()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUMMARY", "FAST"})
    void papersOfShorterProceduresHaveNoSuchTime(String procedure) {
        Map<String, Object> papers =
                Payloads.with(Payloads.hearing("2026-12-17T09:30:00+08:00", procedure), "discoveredAt", "2026-12-08");
        walk.act("2026-12-09T10:00", "submit", COURT, null, papers);

        assertThat(walk.has("court-papers")).isFalse();
        assertThat(walk.timed().late()).isFalse();
    }

    @Test
    void withoutAHearingThereAreNoPapersToBeLate() {
        noticed("2026-11-19T10:00", "2026-11-18");

        assertThat(walk.has("court-papers")).isFalse();
    }

    @Test
    void whatIsSentIsDueOnlyOnceReceived() {
        walk.pushed("2026-09-30T10:00", "submit", POLICE, notice("2026-09-30"));
        assertThat(walk.clock(INFORM).alarmAt()).isEqualTo(millis("2026-10-04T00:00"));
        assertThat(walk.clock(INFORM).dueAt()).isNull();
        assertThat(walk.clock(INFORM).dueDate()).isNull();
        assertThat(walk.clock(INFORM).lapsesBy(millis("2027-01-01T00:00"))).isFalse();

        walk.received("2026-10-07T09:00", CENTRE);

        assertThat(walk.clock(INFORM).receivedAt()).isEqualTo(millis("2026-10-07T09:00"));
        assertThat(walk.clock(INFORM).dueDate()).isEqualTo(LocalDate.parse("2026-10-10"));
        assertThat(walk.clock(INFORM).alarmAt()).isEqualTo(millis("2026-10-04T00:00"));
    }

    @Test
    void receiptCountsOnceAndForTheOwnerAlone() {
        walk.pushed("2026-09-30T10:00", "submit", POLICE, notice("2026-09-30"));

        assertThat(walk.received("2026-09-30T11:00", FIRM)).isEmpty();
        assertThat(walk.received("2026-10-07T09:00", CENTRE)).hasSize(1);
        assertThat(walk.received("2026-10-09T09:00", CENTRE)).isEmpty();
    }

    @Test
    void whatIsFetchedNeedsNoReceipt() {
        noticed("2026-09-30T10:00", "2026-09-30");

        assertThat(walk.received("2026-10-07T09:00", CENTRE)).isEmpty();
    }

    @Test
    void eachOfferHasItsOwnClock() {
        noticed("2026-11-19T10:00", "2026-11-18");
        walk.act("2026-11-19T11:00", "validate", CENTRE, null, Payloads.of("validate"));
        walk.act("2026-11-19T11:00", "assign", CENTRE, "p1", Payloads.of("assign"));
        walk.act("2026-11-19T11:00", "offer", CENTRE, null, Payloads.offerTo(FIRM));
        walk.act("2026-11-19T12:00", "decline", FIRM, null, Payloads.of("decline"));
        walk.act("2026-11-20T09:00", "assign", CENTRE, "p1", Payloads.of("assign"));
        walk.act("2026-11-20T09:00", "offer", CENTRE, null, Payloads.offerTo(OTHER_FIRM));

        assertThat(walk.clock(ANSWER).running()).isFalse();
        assertThat(walk.clock(ANSWER).owes()).isEqualTo(FIRM.code());
        assertThat(walk.clock(ANSWER, 2).running()).isTrue();
        assertThat(walk.clock(ANSWER, 2).owes()).isEqualTo(OTHER_FIRM.code());
        assertThat(walk.clock(ANSWER, 2).dueDate()).isEqualTo("2026-11-23");
        assertThat(walk.clock(INFORM).dueDate())
                .as("reassigned inside the same three days")
                .isEqualTo("2026-11-23");
    }

    @Test
    void anEndStopsEveryClock() {
        noticed("2026-11-19T10:00", "2026-11-18");
        acceptedByTheFirm("2026-11-19T11:00");
        walk.act("2026-11-19T12:00", "withdraw", POLICE, null, Payloads.of("withdraw"));

        assertThat(walk.clock(INFORM).running()).isFalse();
        assertThat(walk.clock(ANSWER).running()).isFalse();
        assertThat(walk.state().flags()).isEmpty();
    }

    @Test
    void aRuleIsUsedFromItsFirstDay() {
        ClockKeeper.Result timed = Walk.KEEPER.after(
                new ClockKeeper.Happened(
                        Walk.NOTICE,
                        Walk.blank(Walk.NOTICE),
                        Walk.blank(Walk.NOTICE).with("RECEIVED", Set.of(), Map.of(), false),
                        new ActRequest("submit", POLICE.sender(), null, notice("2021-12-30")),
                        Set.of(),
                        1,
                        millis("2021-12-31T23:59")),
                List.of());

        assertThat(timed.clocks()).isEmpty();
    }

    @Test
    void overTheYearsEndTheTimeIsProvisional() {
        noticed("2026-12-30T10:00", "2026-12-30");

        assertThat(walk.clock(INFORM).provisional()).isTrue();
        assertThat(walk.clock(INFORM).dueDate()).isEqualTo("2027-01-04");
        assertThat(walk.clock(INFORM).alarmAt()).isEqualTo(millis("2027-01-03T00:00"));
    }
}
