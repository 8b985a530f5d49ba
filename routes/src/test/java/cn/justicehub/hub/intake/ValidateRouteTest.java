package cn.justicehub.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.api.violation.Violation;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.testing.FakeCatalogue;
import cn.justicehub.hub.testing.RouteTest;
import cn.justicehub.hub.testing.Warnings;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.camel.RoutesBuilder;
import org.junit.jupiter.api.Test;

class ValidateRouteTest extends RouteTest {

    private final Notices notices = new Notices();

    @Override
    protected RoutesBuilder route() {
        return new ValidateRoute(notices.reading(), notices.gate(), notices.inTurn());
    }

    private Validation asked(Incoming incoming) {
        return (Validation) Objects.requireNonNull(ask(Incoming.VALIDATE, incoming));
    }

    @Test
    void aGoodNoticeHasNoViolationsAndIsNotStored() {
        Validation validation = (Validation)
                ask(Incoming.VALIDATE, Notices.by(FakeCatalogue.POLICE, Notices.body(UUID.randomUUID(), "submit")));

        assertThat(validation).isEqualTo(new Validation(List.of(), List.of("W-DIVISION")));
        assertThat(notices.committer.effects()).isEmpty();
    }

    @Test
    void whatIsWrongIsTheAnswer() {
        Validation validation = asked(
                Notices.by(FakeCatalogue.POLICE, Notices.body(UUID.randomUUID(), "{}", List.of("\"sequenceNo\":-1"))));

        assertThat(validation.violations())
                .extracting(Violation::field)
                .contains("/sequenceNo")
                .anyMatch(field -> field.startsWith("/payload"));
    }

    @Test
    void aMessageIdThatWasUsedIsNoMatterOfContent() {
        UUID messageId = UUID.randomUUID();
        Incoming incoming = Notices.by(FakeCatalogue.POLICE, Notices.body(messageId, "submit"));
        notices.alreadyAccepted(incoming, messageId);

        assertThat(asked(incoming)).extracting(Validation::violations).isEqualTo(List.of());
    }

    @Test
    void whoMayNotSendMayNotAskEither() {
        try (Warnings warnings = new Warnings()) {
            assertThatThrownBy(() -> ask(
                            Incoming.VALIDATE,
                            Notices.by(FakeCatalogue.FIRM, Notices.body(UUID.randomUUID(), "submit"))))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.status()).isEqualTo(403));
            assertThat(warnings.seen()).isEmpty();
        }
    }
}
