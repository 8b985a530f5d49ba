package cn.justicehub.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.loading.ExchangeTypeLoader;
import cn.justicehub.hub.engine.ActRequest;
import cn.justicehub.hub.engine.ClockState;
import cn.justicehub.hub.problem.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Between the end of a time and the hub's own act nobody slips in. */
class ForeclosedTest {

    private static final long DUE = 1_000;

    private final ExchangeType type = new ExchangeTypeLoader(Clock.systemUTC()).loadBuiltIn("mediation-referral");

    ForeclosedTest() throws Exception {}

    private static ClockState clock(String name) {
        return new ClockState(
                new UUID(1, 1),
                name,
                1,
                "mediation-a",
                1,
                0,
                null,
                null,
                DUE,
                null,
                DUE,
                false,
                null,
                null,
                null,
                List.of(),
                null,
                ClockState.Ladder.NONE);
    }

    private void check(String act, ClockState clock, long at) {
        ActRequest request = new ActRequest(act, new ActRequest.Sender("mediation-a", Set.of(), ""), null, Map.of());
        Foreclosed.check(type, request, List.of(clock), at);
    }

    @Test
    void whatWouldMeetOrExtendItIsAskedToComeAgain() {
        for (String act : List.of("agree", "return", "extend")) {
            Refusal refusal = catchThrowableOfType(Refusal.class, () -> check(act, clock("term-summary"), DUE));
            assertThat(refusal).as(act).isNotNull();
            assertThat(refusal.status()).isEqualTo(503);
        }
    }

    @Test
    void nothingElseWaits() {
        ClockState term = clock("term-summary");
        assertThatCode(() -> check("agree", term, DUE - 1)).as("in time").doesNotThrowAnyException();
        assertThatCode(() -> check("minutes", term, DUE)).as("another act").doesNotThrowAnyException();
        assertThatCode(() -> check("agree", term.lapsed(DUE), DUE))
                .as("recorded")
                .doesNotThrowAnyException();
        assertThatCode(() -> check("contact", clock("contact-in-time"), DUE))
                .as("where a flag is all")
                .doesNotThrowAnyException();
    }
}
