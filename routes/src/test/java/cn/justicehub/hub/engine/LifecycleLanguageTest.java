package cn.justicehub.hub.engine;

import static cn.justicehub.hub.engine.Agencies.CENTRE;
import static cn.justicehub.hub.engine.Agencies.COURT;
import static cn.justicehub.hub.engine.SmallTypes.act;
import static cn.justicehub.hub.engine.SmallTypes.in;
import static cn.justicehub.hub.engine.SmallTypes.opening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.justicehub.api.definition.Act;
import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.definition.From;
import cn.justicehub.api.definition.Guard;
import cn.justicehub.api.definition.GuardFault;
import cn.justicehub.api.definition.Into;
import cn.justicehub.api.violation.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the language of exchange types allows and defence notices do not use. */
class LifecycleLanguageTest {

    private static final String DAY = "2026-11-19T10:00";

    private static Walk asked(Act... later) {
        List<Act> acts = new ArrayList<>(List.of(later));
        acts.add(0, opening());
        Walk walk = new Walk(SmallTypes.type(acts));
        walk.act(DAY, "ask", COURT, "p1", Map.of());
        return walk;
    }

    @Test
    void theSecondApproverIsAnotherPerson() {
        Act approve = SmallTypes.notBy(act("approve", "asker", in("ASKED"), new Into.Stay()), "ask");
        Walk walk = asked(approve);

        Decision same = walk.ask("approve", COURT, "p1", Map.of());
        assertThat(same.violations())
                .extracting(Violation::code, Violation::field)
                .containsExactly(tuple("E-CONFLICT", "/actor"));
        assertThat(walk.ask("approve", COURT, "p2", Map.of()).refused()).isFalse();
    }

    @Test
    void theLastActorOfAnActIsRemembered() {
        Act again = act("again", "asker", new From.AnyOpen(), new Into.Stay());
        Act approve = SmallTypes.notBy(act("approve", "asker", in("ASKED"), new Into.Stay()), "again");
        Walk walk = asked(again, approve);
        walk.act(DAY, "again", COURT, "p1", Map.of());
        walk.act(DAY, "again", COURT, "p2", Map.of());

        assertThat(walk.ask("approve", COURT, "p2", Map.of()).refused()).isTrue();
        assertThat(walk.ask("approve", COURT, "p1", Map.of()).refused()).isFalse();
    }

    @Test
    void hubActsAreTheHubsAlone() {
        ExchangeType type = SmallTypes.type(
                List.of(opening(), act("remind", Act.HUB, new From.AnyOpen(), new Into.State("REMINDED"))));
        Walk walk = new Walk(type);
        walk.act(DAY, "ask", COURT, null, Map.of());

        assertThat(walk.ask("remind", COURT, null, Map.of()).violations())
                .extracting(Violation::code)
                .containsExactly("E-AUTH");
        Decision byHub = Lifecycle.decide(
                type, walk.state(), new ActRequest("remind", ActRequest.Sender.hub(), null, Map.of()), Agencies.ALL);
        assertThat(byHub.refused()).isFalse();
        assertThat(byHub.receivers()).containsExactlyInAnyOrder(COURT.code(), CENTRE.code());
    }

    @Test
    void theSenderGetsNothingOfItsOwn() {
        Walk walk = asked(act("note", "asker", new From.AnyOpen(), new Into.Stay()));

        assertThat(walk.ask("note", COURT, null, Map.of()).receivers()).containsExactly(CENTRE.code());
    }

    @Test
    void aCodeOfThePayloadSelectsTheState() {
        Into byCode = new Into.ByCode("/outcome", Map.of("GRANTED", "GRANTED", "REFUSED", "DONE"));
        Walk walk = asked(act("answer", "doer", in("ASKED"), byCode));

        Decision granted = walk.ask("answer", CENTRE, null, Map.of("outcome", "GRANTED"));
        Decision refused = walk.ask("answer", CENTRE, null, Map.of("outcome", "REFUSED"));

        assertThat(granted.after()).isNotNull().satisfies(after -> {
            assertThat(after.state()).isEqualTo("GRANTED");
            assertThat(after.ended()).isFalse();
        });
        assertThat(refused.after())
                .isNotNull()
                .satisfies(after -> assertThat(after.ended()).isTrue());
    }

    @Test
    void aFlagIsSetAndStays() {
        Walk walk = asked(
                SmallTypes.flagging(act("urge", "asker", new From.AnyOpen(), new Into.Stay()), "URGENT"),
                act("note", "asker", new From.AnyOpen(), new Into.Stay()));
        walk.act(DAY, "urge", COURT, null, Map.of());
        walk.act(DAY, "note", COURT, null, Map.of());

        assertThat(walk.state().flags()).containsExactly("URGENT");
        assertThat(walk.state().state()).isEqualTo("ASKED");
    }

    @Test
    void aWarningThatCannotBeEvaluatedWarns() {
        Guard broken = new Guard("x", "W-SOMETHING", "提示", "a hint", true, input -> {
            throw new GuardFault("no such member", new IllegalStateException());
        });
        Walk walk = asked(SmallTypes.guarded(act("note", "asker", new From.AnyOpen(), new Into.Stay()), broken));

        assertThat(walk.ask("note", COURT, null, Map.of()).warnings()).containsExactly("W-SOMETHING");
    }

    @Test
    void guardsSeeStateFlagsAndSender() {
        Guard all = new Guard(
                "x",
                "E-STAGE",
                "不符",
                "not so",
                false,
                input -> input.state().equals("ASKED")
                        && input.flags().isEmpty()
                        && input.sender()
                                .equals(Map.of("code", COURT.code(), "roles", List.of("court"), "level", "DISTRICT")));
        Walk walk = asked(SmallTypes.guarded(act("note", "asker", new From.AnyOpen(), new Into.Stay()), all));

        assertThat(walk.ask("note", COURT, null, Map.of()).refused()).isFalse();
    }
}
