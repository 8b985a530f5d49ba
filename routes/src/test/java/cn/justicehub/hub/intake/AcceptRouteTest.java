package cn.justicehub.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.justicehub.api.violation.Violation;
import cn.justicehub.hub.commit.DeliveryState.Mode;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.security.Caller;
import cn.justicehub.hub.testing.FakeCatalogue;
import cn.justicehub.hub.testing.RouteTest;
import cn.justicehub.hub.testing.Routes;
import cn.justicehub.hub.testing.Warnings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.camel.RoutesBuilder;
import org.junit.jupiter.api.Test;

class AcceptRouteTest extends RouteTest {

    private final UUID messageId = UUID.randomUUID();
    private final Notices notices = new Notices();

    @Override
    protected RoutesBuilder route() {
        return new AcceptRoute(notices.reading(), notices.gate(), notices.inTurn(), notices.commit());
    }

    private Answer accepted(Incoming incoming) {
        return (Answer) Objects.requireNonNull(ask(Incoming.ACCEPT, incoming));
    }

    private Refusal refused(Incoming incoming) {
        try (Warnings warnings = new Warnings()) {
            Refusal refusal = catchThrowableOfType(Refusal.class, () -> ask(Incoming.ACCEPT, incoming));
            assertThat(warnings.seen()).isEmpty();
            assertThat(notices.committer.effects()).isEmpty();
            return refusal;
        }
    }

    private Incoming notice() {
        return Notices.by(FakeCatalogue.POLICE, Notices.body(messageId, "submit"));
    }

    @Test
    void aNoticeIsCommittedAndAnsweredWithItsReceipt() {
        Answer answer = accepted(notice());

        assertThat(answer.entry()).isEqualTo(new EntryId(1, 0));
        assertThat(answer.receipt()).asString(StandardCharsets.UTF_8).isEqualTo("receipt 1-0");
        assertThat(answer.repeat()).isFalse();
        assertThat(notices.committer.effects()).singleElement().satisfies(effect -> {
            assertThat(effect.exchange().state()).isEqualTo("RECEIVED");
            assertThat(effect.receivers()).isEqualTo(Map.of(FakeCatalogue.CENTRE, Mode.PULL));
            assertThat(effect.opens()).isNotNull();
            assertThat(effect.clocks()).hasSize(2);
        });
    }

    @Test
    void aRepeatIsAnsweredBeforeAnyOtherCheck() {
        notices.alreadyAccepted(notice(), messageId);
        Incoming byNobody = Notices.by("nobody", Notices.body(messageId, "submit"));

        Answer answer = accepted(byNobody);

        assertThat(answer.repeat()).isTrue();
        assertThat(answer.entry()).isEqualTo(new EntryId(1, 41));
        assertThat(answer.receipt()).asString(StandardCharsets.UTF_8).isEqualTo("first 1-41");
        assertThat(notices.committer.effects()).isEmpty();
    }

    @Test
    void aRepeatWhoseReceiptMayNotLeaveYetIsToComeAgainWhateverElseStandsAgainstIt() {
        Incoming later = new Incoming(
                "defence-notice",
                "withdraw",
                UUID.randomUUID(),
                Routes.caller(FakeCatalogue.POLICE, Caller.WRITE),
                Notices.body(messageId, "submit"));
        notices.alreadyAccepted(later, messageId);
        notices.noted = false;

        Refusal refusal = refused(later);

        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.retryAfter()).isPositive();
        notices.noted = true;
        assertThat(accepted(later).repeat()).as("refused when it is new").isTrue();
    }

    @Test
    void aUsedMessageIdWithOtherContentIsRefused() {
        notices.alreadyAccepted(notice(), messageId);

        Refusal refusal = refused(Notices.by("nobody", Notices.body(messageId, "submit-passport")));

        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.violations()).extracting(Violation::code).containsExactly("E-DUP");
    }

    @Test
    void allThatIsWrongComesOutOfTheRouteAsOneRefusal() {
        byte[] body = Notices.body(messageId, "{\"noticeNo\":\"x\"}", List.of("\"more\":1", "\"sequenceNo\":0"));

        Refusal refusal = refused(Notices.by(FakeCatalogue.POLICE, body));

        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.violations())
                .extracting(Violation::field)
                .contains("", "/sequenceNo")
                .anyMatch(field -> field.startsWith("/payload"));
    }

    @Test
    void whoMayNotSendIsRefusedWhateverTheBody() {
        Refusal refusal = refused(Notices.by(FakeCatalogue.FIRM, Notices.body(messageId, "{}", List.of())));

        assertThat(refusal.status()).isEqualTo(403);
        assertThat(refusal.violations()).extracting(Violation::code).containsExactly("E-AUTH");
    }

    @Test
    void bytesThatAreNoBodyAreRefused() {
        assertThat(refused(Notices.by(FakeCatalogue.POLICE, new byte[] {'{'})).status())
                .isEqualTo(400);
    }
}
