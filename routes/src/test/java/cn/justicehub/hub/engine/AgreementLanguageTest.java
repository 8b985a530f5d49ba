package cn.justicehub.hub.engine;

import static cn.justicehub.hub.engine.Agencies.CENTRE;
import static cn.justicehub.hub.engine.Agencies.COURT;
import static cn.justicehub.hub.engine.SmallTypes.act;
import static cn.justicehub.hub.engine.SmallTypes.clock;
import static cn.justicehub.hub.engine.SmallTypes.concurring;
import static cn.justicehub.hub.engine.SmallTypes.extending;
import static cn.justicehub.hub.engine.SmallTypes.flaggingByCode;
import static cn.justicehub.hub.engine.SmallTypes.in;
import static cn.justicehub.hub.engine.SmallTypes.opening;
import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.api.definition.Act;
import cn.justicehub.api.definition.ClockRule;
import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.definition.From;
import cn.justicehub.api.definition.Into;
import cn.justicehub.api.violation.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Acts that take effect when all have done them alike, that let clocks run longer, that set a flag by a code. */
class AgreementLanguageTest {

    private static final Act EXTEND =
            extending(act("extend", "doer", new From.AnyOpen(), new Into.Stay()), "term", "/until");

    private static ExchangeType type(Act... more) {
        List<Act> acts = new ArrayList<>(List.of(
                opening(),
                act("verify", "doer", in("ASKED"), new Into.State("VERIFYING")),
                act("resume", "doer", in("VERIFYING"), new Into.State("ASKED")),
                act("answer", "doer", new From.AnyOpen(), new Into.State("DONE"))));
        acts.addAll(List.of(more));
        return SmallTypes.type(acts, clock(new ClockRule.Start.Accepted("ask"), Set.of("VERIFYING"), 5, null));
    }

    private static Walk asked(Act... more) {
        Walk walk = new Walk(type(more));
        walk.act("2026-09-14T10:00", "ask", COURT, null, Map.of());
        assertThat(walk.clock("term").dueDate()).isEqualTo("2026-09-20");
        return walk;
    }

    private static @Nullable ExchangeState waiting(
            ExchangeType type, ExchangeState before, Agencies.Known sender, int content) {
        byte[] digest = {(byte) content};
        return Concurrence.waiting(
                type,
                before,
                new ActRequest("extend", sender.sender(), null, Map.of()),
                digest,
                said -> Arrays.equals(said, digest));
    }

    @Test
    void anActThatAllMustDoWaitsUntilTheLastHasDoneItAlike() {
        ExchangeType type = type(concurring(EXTEND, EXTEND.extension()));
        ExchangeState exchange =
                Walk.blank(type).with("ASKED", Set.of(), Map.of("asker", COURT.code(), "doer", CENTRE.code()), false);

        ExchangeState first = Objects.requireNonNull(waiting(type, exchange, COURT, 1));
        assertThat(first.state()).isEqualTo("ASKED");
        ExchangeState other = Objects.requireNonNull(waiting(type, first, CENTRE, 2), "something else");
        assertThat(waiting(type, other, CENTRE, 3)).as("still something else").isNotNull();
        assertThat(waiting(type, other, COURT, 1)).as("the same once more").isNotNull();
        assertThat(waiting(type, other, CENTRE, 1)).isNull();
        assertThat(waiting(type, other, COURT, 2)).isNull();
    }

    @Test
    void whatWasSaidIsForgottenWhenItTookEffectOrTheStateMovedOn() {
        ExchangeType type = type(concurring(EXTEND, EXTEND.extension()));
        ExchangeState exchange = Walk.blank(type)
                .with("ASKED", Set.of(), Map.of("asker", COURT.code(), "doer", CENTRE.code()), false)
                .withConcurring(Map.of("extend/asker", "01", "other/asker", "02"));

        ActRequest request = new ActRequest("extend", CENTRE.sender(), null, Map.of());
        assertThat(Concurrence.settled(exchange, request).concurring()).containsOnlyKeys("other/asker");
        assertThat(exchange.with("ASKED", Set.of("LATE"), Map.of(), false).concurring())
                .hasSize(2);
        assertThat(exchange.with("VERIFYING", Set.of(), Map.of(), false).concurring())
                .isEmpty();
    }

    @Test
    void anActThatNobodyNeedsToConcurInTakesEffect() {
        ExchangeType type = type(EXTEND);
        assertThat(waiting(type, Walk.blank(type), CENTRE, 1)).isNull();
    }

    @Test
    void anExtendedClockRunsUntilTheDayThatWasAgreed() {
        Walk walk = asked(EXTEND);

        walk.act("2026-09-16T10:00", "extend", CENTRE, null, Map.of("until", "2026-09-29"));

        assertThat(walk.clock("term").dueDate()).isEqualTo("2026-09-29");
        assertThat(walk.clock("term").lapsesBy(Walk.at("2026-09-29T23:59").toEpochMilli()))
                .isFalse();
        assertThat(walk.clock("term").lapsesBy(Walk.at("2026-09-30T00:00").toEpochMilli()))
                .isTrue();
        walk.act("2026-09-17T10:00", "extend", CENTRE, null, Map.of("until", "2026-10-01"));
        assertThat(walk.clock("term").dueDate()).as("off the holiday").isEqualTo("2026-10-08");
    }

    @Test
    void aPauseMovesTheAgreedDayByItsOwnLength() {
        Walk walk = asked(EXTEND);
        walk.act("2026-09-16T10:00", "extend", CENTRE, null, Map.of("until", "2026-10-14"));
        walk.act("2026-09-17T10:00", "verify", CENTRE, null, Map.of());

        walk.act("2026-09-23T10:00", "resume", CENTRE, null, Map.of());

        assertThat(walk.clock("term").dueDate()).isEqualTo("2026-10-20");
        assertThat(walk.clock("term").pauses()).hasSize(1);
    }

    @Test
    void anExtensionThatIsNoneIsRefused() {
        ExchangeType type = type(EXTEND);
        Walk walk = asked(EXTEND);
        List<ClockState> clocks = List.of(walk.clock("term"));

        assertThat(faults(type, "2026-09-20", clocks))
                .extracting(Violation::field)
                .containsExactly("/payload/until");
        assertThat(faults(type, "2026-09-21", clocks)).isEmpty();
        assertThat(faults(type, "2026-09-21", List.of(clocks.get(0).stopped(1))))
                .extracting(Violation::code)
                .containsExactly("E-STATE");
    }

    private static List<Violation> faults(ExchangeType type, String until, List<ClockState> clocks) {
        LocalDate.parse(until);
        return Extensions.faults(type, new ActRequest("extend", CENTRE.sender(), null, Map.of("until", until)), clocks);
    }

    @Test
    void aCodeOfThePayloadSetsItsFlag() {
        ExchangeType type = SmallTypes.type(List.of(
                flaggingByCode(opening(), "/track", Map.of("A", "EARLY", "B", "LATE_ON")),
                act("end", "asker", new From.AnyOpen(), new Into.State("DONE"))));
        Walk walk = new Walk(type);

        walk.act("2026-09-14T10:00", "ask", COURT, null, Map.of("track", "B"));

        assertThat(walk.state().flags()).containsExactly("LATE_ON");
    }
}
