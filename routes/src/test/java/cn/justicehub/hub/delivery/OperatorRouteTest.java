package cn.justicehub.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.justicehub.api.violation.Violation;
import cn.justicehub.hub.commit.DeliveryState.Mode;
import cn.justicehub.hub.commit.DeliveryState.State;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.crypto.ExchangeKeys;
import cn.justicehub.hub.crypto.MasterKey;
import cn.justicehub.hub.delivery.OperatorRequest.Decision;
import cn.justicehub.hub.intake.Answer;
import cn.justicehub.hub.intake.Answers;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.read.MessageStore;
import cn.justicehub.hub.security.Caller;
import cn.justicehub.hub.testing.FakeCatalogue;
import cn.justicehub.hub.testing.RouteTest;
import cn.justicehub.hub.testing.Routes;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.camel.RoutesBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperatorRouteTest extends RouteTest {

    private static final String GOOD = """
            {"messageId": "7c0f0f0a-33f1-4d3c-9a5b-64c5d0f4f1aa", "actor": {"id": "op-7", "role": "OPERATOR"},
             "reason": "已电话联系对方"}""";

    private final Parcels parcels = new Parcels();

    @Override
    protected RoutesBuilder route() {
        MessageStore messages =
                new MessageStore(parcels.jdbc, new ExchangeKeys(parcels.jdbc, new MasterKey("none", new byte[16])));
        return new OperatorRoute(
                new OperatorActs(parcels.store, parcels.records(), new Answers(messages), parcels.clock));
    }

    private Answer decide(String deliveryId, Decision decision, String body) {
        Caller operator = Routes.caller("bureau-01", Caller.ADMIN);
        return (Answer) Objects.requireNonNull(ask(
                OperatorRequest.ROUTE,
                new OperatorRequest(operator, deliveryId, decision, body.getBytes(StandardCharsets.UTF_8))));
    }

    private Refusal refused(String deliveryId, Decision decision, String body) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> decide(deliveryId, decision, body));
        assertThat(parcels.committer.effects()).isEmpty();
        return refusal;
    }

    private String parked() {
        return parcels.add(0, FakeCatalogue.FIRM, Mode.PUSH, State.PARKED);
    }

    @ParameterizedTest
    @EnumSource(Decision.class)
    void aDecisionIsRecordedAnsweredWithItsReceiptAndClearsTheAlarm(Decision decision) {
        String id = parked();

        Answer answer = decide(id, decision, GOOD);

        assertThat(answer.entry()).isEqualTo(new EntryId(1, 0));
        assertThat(answer.receipt()).asString(StandardCharsets.UTF_8).isEqualTo("receipt 1-0");
        assertThat(parcels.committer.effects()).singleElement().satisfies(effect -> {
            State into = decision == Decision.RETRY ? State.QUEUED : State.GIVEN_UP;
            assertThat(effect.delivery()).isNotNull().satisfies(delivery -> {
                assertThat(delivery.state()).isEqualTo(into);
                assertThat(delivery.reason()).isEqualTo("HTTP_422");
            });
            assertThat(effect.alarm()).isNotNull().satisfies(alarm -> {
                assertThat(alarm.alarmId()).isEqualTo("parked/" + id);
                assertThat(alarm.reason()).isNull();
            });
        });
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        Refusal refusal = refused(parked(), Decision.GIVE_UP, "{\"messageId\":\"x\",\"reason\":\" \",\"why\":1}");

        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.violations())
                .extracting(Violation::field)
                .contains("/messageId", "/actor", "/reason")
                .hasSize(4);
    }

    @Test
    void whatIsNotParkedIsNotDecidedAbout() {
        String id = parcels.add(0, FakeCatalogue.FIRM, Mode.PUSH, State.QUEUED);

        assertThat(refused(id, Decision.RETRY, GOOD).status()).isEqualTo(409);
        assertThat(refused("1-9-firm-01", Decision.RETRY, GOOD).status()).isEqualTo(404);
        assertThat(refused(id, Decision.RETRY, "{").status()).isEqualTo(400);
    }
}
