package cn.justicehub.hub.engine;

import static cn.justicehub.hub.engine.Agencies.CENTRE;
import static cn.justicehub.hub.engine.Agencies.COURT;
import static cn.justicehub.hub.engine.SmallTypes.act;
import static cn.justicehub.hub.engine.SmallTypes.clock;
import static cn.justicehub.hub.engine.SmallTypes.in;
import static cn.justicehub.hub.engine.SmallTypes.opening;
import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.api.definition.ClockRule;
import cn.justicehub.api.definition.ClockRule.Start;
import cn.justicehub.api.definition.From;
import cn.justicehub.api.definition.GuardFault;
import cn.justicehub.api.definition.GuardInput;
import cn.justicehub.api.definition.Into;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What clocks can do that those of defence notices do not. */
class ClockLanguageTest {

    private static final Start ASKED = new Start.Accepted("ask");

    private static Walk walk(ClockRule rule) {
        return new Walk(SmallTypes.type(
                List.of(
                        opening(),
                        act("verify", "doer", in("ASKED"), new Into.State("VERIFYING")),
                        act("note", "doer", new From.AnyOpen(), new Into.Stay()),
                        act("resume", "doer", in("VERIFYING"), new Into.State("ASKED")),
                        act("answer", "doer", new From.AnyOpen(), new Into.State("ANSWERED")),
                        act("end", "asker", new From.AnyOpen(), new Into.State("DONE"))),
                rule));
    }

    private static long millis(String local) {
        return Walk.at(local).toEpochMilli();
    }

    @Test
    void scenario19TimeOfVerifyingIsNotCounted() {
        Walk walk = walk(clock(ASKED, Set.of("VERIFYING"), 15, null));
        walk.act("2026-09-14T10:00", "ask", COURT, null, Map.of());
        assertThat(walk.clock("term").dueDate()).isEqualTo("2026-10-10");

        walk.act("2026-09-16T10:00", "verify", CENTRE, null, Map.of());
        assertThat(walk.clock("term").pausedAt()).isEqualTo(millis("2026-09-16T10:00"));
        walk.act("2026-09-17T10:00", "note", CENTRE, null, Map.of());
        assertThat(walk.clock("term").pausedAt()).isEqualTo(millis("2026-09-16T10:00"));
        walk.act("2026-09-22T10:00", "resume", CENTRE, null, Map.of());

        assertThat(walk.clock("term").pausedAt()).isNull();
        assertThat(walk.clock("term").pauses())
                .containsExactly(new ClockState.Pause(millis("2026-09-16T10:00"), millis("2026-09-22T10:00")));
        assertThat(walk.clock("term").dueDate()).isEqualTo("2026-10-16");
    }

    @Test
    void aPausedClockDoesNotLapse() {
        Walk walk = walk(clock(ASKED, Set.of("VERIFYING"), 1, null));
        walk.act("2026-09-14T10:00", "ask", COURT, null, Map.of());
        walk.act("2026-09-14T11:00", "verify", CENTRE, null, Map.of());

        assertThat(walk.clock("term").lapsesBy(millis("2026-12-01T00:00"))).isFalse();
        walk.act("2026-12-01T00:00", "answer", CENTRE, null, Map.of());
        assertThat(walk.timed().late()).isFalse();
        assertThat(walk.clock("term").running()).isFalse();
    }

    @Test
    void enteringAStateStartsItAndStayingDoesNot() {
        Walk walk = walk(clock(new Start.Entered("VERIFYING"), Set.of(), 2, null));
        walk.act("2026-09-14T10:00", "ask", COURT, null, Map.of());
        assertThat(walk.has("term")).isFalse();

        walk.act("2026-09-16T10:00", "verify", CENTRE, null, Map.of());
        walk.act("2026-09-17T10:00", "note", CENTRE, null, Map.of());

        assertThat(walk.timed().clocks()).isEmpty();
        assertThat(walk.clock("term").startedAt()).isEqualTo(millis("2026-09-16T10:00"));
        assertThat(walk.clock("term").dueDate()).isEqualTo("2026-09-18");
    }

    @Test
    void enteringAgainStartsAnother() {
        Walk walk = walk(clock(new Start.Entered("VERIFYING"), Set.of(), 2, null));
        walk.act("2026-09-14T10:00", "ask", COURT, null, Map.of());
        walk.act("2026-09-16T10:00", "verify", CENTRE, null, Map.of());
        walk.act("2026-09-16T11:00", "resume", CENTRE, null, Map.of());
        walk.act("2026-09-17T10:00", "verify", CENTRE, null, Map.of());

        assertThat(walk.clock("term", 1).startedAt()).isEqualTo(millis("2026-09-16T10:00"));
        assertThat(walk.clock("term", 2).startedAt()).isEqualTo(millis("2026-09-17T10:00"));
    }

    @Test
    void aDateOfThePayloadStartsOneThatRunsOn() {
        Walk walk = walk(clock(new Start.PayloadDate("ask", "/since"), Set.of(), 2, null));
        walk.act("2026-09-21T10:00", "ask", COURT, null, Map.of("since", "2026-09-21"));

        assertThat(walk.clock("term").running()).isTrue();
        assertThat(walk.clock("term").dueDate()).isEqualTo("2026-09-23");
        walk.act("2026-09-24T00:00", "answer", CENTRE, null, Map.of());
        assertThat(walk.timed().late()).isTrue();
    }

    @Test
    void withoutTheDateThereIsNoClock() {
        Walk walk = walk(clock(new Start.PayloadDate("ask", "/since"), Set.of(), 2, null));
        walk.act("2026-09-21T10:00", "ask", COURT, null, Map.of());

        assertThat(walk.has("term")).isFalse();
    }

    @Test
    void anExceptionLooksAtTheStartingAct() {
        Walk walk = walk(clock(
                ASKED, Set.of(), 2, input -> Boolean.TRUE.equals(input.payload().get("fast"))));
        walk.act("2026-09-21T10:00", "ask", COURT, null, Map.of("fast", true));

        assertThat(walk.has("term")).isFalse();
    }

    @Test
    void anExceptionThatCannotBeEvaluatedRefusesTheAct() {
        Walk walk = walk(clock(ASKED, Set.of(), 2, ClockLanguageTest::broken));

        Decision decision = walk.ask("ask", COURT, null, Map.of());

        assertThat(decision.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.code()).isEqualTo("E-SCHEMA");
            assertThat(violation.messageZh()).contains("时限");
        });
    }

    @Test
    void anExceptionIsNotAskedByAnActThatStartsNothing() {
        Walk walk = walk(clock(new Start.Before("ask", "/hearing"), Set.of(), 2, ClockLanguageTest::broken));

        walk.act("2026-09-21T10:00", "ask", COURT, null, Map.of());

        assertThat(walk.has("term")).isFalse();
    }

    private static boolean broken(GuardInput input) throws GuardFault {
        throw new GuardFault("no such member", new IllegalStateException());
    }

    @Test
    void aClockThatStartsInAPausingStateStandsStillUntilThatIsLeft() {
        Walk walk = walk(clock(new Start.Accepted("verify"), Set.of("VERIFYING"), days(3), null));
        walk.act("2026-09-14T10:00", "ask", COURT, null, Map.of());
        walk.act("2026-09-14T11:00", "verify", CENTRE, null, Map.of());
        assertThat(walk.clock("term").pausedAt()).isEqualTo(millis("2026-09-14T11:00"));
        assertThat(walk.clock("term").lapsesBy(millis("2026-12-01T00:00"))).isFalse();

        walk.act("2026-09-21T10:00", "resume", CENTRE, null, Map.of());

        assertThat(walk.clock("term").dueDate()).isEqualTo("2026-09-24");
        assertThat(walk.clock("term").alarmAt()).isEqualTo(millis("2026-09-25T00:00"));
    }

    @Test
    void aPausedDateOfThePayloadKeepsWhatItHasLeft() {
        Walk walk = walk(clock(new Start.PayloadDate("ask", "/since"), Set.of("VERIFYING"), days(3), null));
        walk.act("2026-09-14T10:00", "ask", COURT, null, Map.of("since", "2026-09-14"));
        walk.act("2026-09-15T11:00", "verify", CENTRE, null, Map.of());
        walk.act("2026-09-21T10:00", "resume", CENTRE, null, Map.of());

        assertThat(walk.clock("term").dueDate()).isEqualTo("2026-09-23");
        assertThat(walk.clock("term").dueAt()).isEqualTo(millis("2026-09-24T00:00"));
    }

    @Test
    void aTimeThatIsOverIsNotGivenBackByAPause() {
        Walk walk = walk(clock(ASKED, Set.of("VERIFYING"), days(3), null));
        walk.act("2026-09-14T10:00", "ask", COURT, null, Map.of());
        walk.act("2026-09-18T00:00", "verify", CENTRE, null, Map.of());

        assertThat(walk.clock("term").pausedAt()).isNull();
        walk.act("2026-09-18T00:01", "answer", CENTRE, null, Map.of());
        assertThat(walk.timed().late()).isTrue();
    }

    @Test
    void aClockThatHasStoppedIsNotTimedByAReceiptThatComesAfterwards() {
        Walk walk = walk(clock(new Start.Received("ask"), Set.of(), 2, null));
        walk.pushed("2026-09-21T10:00", "ask", COURT, Map.of());
        walk.stopped("2026-09-21T11:00", "term");

        assertThat(walk.received("2026-09-22T10:00", CENTRE)).isEmpty();
        assertThat(walk.clock("term").dueAt()).isNull();
    }

    private static ClockRule.Count days(int days) {
        return new ClockRule.Count(days, ClockRule.Unit.DAYS);
    }

    @Test
    void anEndThatMeetsNoDutyIsNotLate() {
        Walk walk = walk(clock(ASKED, Set.of(), 2, null));
        walk.act("2026-09-21T10:00", "ask", COURT, null, Map.of());
        walk.act("2026-12-21T10:00", "end", COURT, null, Map.of());

        assertThat(walk.timed().late()).isFalse();
        assertThat(walk.clock("term").running()).isFalse();
        assertThat(walk.clock("term").lapsedAt()).isNull();
    }
}
