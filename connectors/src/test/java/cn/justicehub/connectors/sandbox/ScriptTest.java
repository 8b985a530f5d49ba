package cn.justicehub.connectors.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the scripts answer, as pure functions. */
class ScriptTest {

    private static final Instant AT = Instant.parse("2026-11-25T17:00:00Z");
    private static final JsonNode NOTICE = SimulatedCourt.notice(
                    7, SimulatedCourt.Defendant.WU, java.time.LocalDate.of(2026, 11, 25), null)
            .payload();

    private final SimulatedCentre centre = new SimulatedCentre();

    @Test
    void the_same_message_gets_the_same_answer() {
        Inbound notice = inbound("1-5", "submit", NOTICE);

        assertThat(centre.react(notice, view(seen("1-5", "submit", NOTICE))))
                .isEqualTo(centre.react(notice, view(seen("1-5", "submit", NOTICE))))
                .extracting(Act::act)
                .containsExactly("validate", "assign", "offer");
    }

    @Test
    void papers_are_numbered_in_the_year_of_the_district() {
        Act offer = centre.react(inbound("1-5", "submit", NOTICE), view()).get(2);

        assertThat(offer.payload().path("assignmentNo").stringValue()).isEqualTo("绿援指〔2026〕5号");
        assertThat(offer.payload().toString()).doesNotContain("690106197707070058");
        Inbound newYear = new Inbound(
                "d",
                "1-9",
                "x",
                "defence-notice",
                1,
                "submit",
                "c",
                Instant.parse("2026-12-31T16:00:00Z"),
                Json.object().set("payload", NOTICE),
                List.of());
        assertThat(DefenceNotice.number("绿援指", newYear)).isEqualTo("绿援指〔2027〕9号");
    }

    @Test
    void a_case_of_another_centre_is_returned() {
        Inbound notice = new Inbound(
                "d",
                "1-0",
                "x",
                "defence-notice",
                1,
                "submit",
                "court-220106",
                AT,
                Json.object().set("payload", NOTICE),
                List.of("E-JURIS"));

        List<Act> acts = centre.react(notice, view());

        assertThat(acts).extracting(Act::act).containsExactly("return");
        assertThat(acts.get(0).payload().path("returnCode").stringValue()).isEqualTo("E-JURIS");
    }

    @Test
    void each_decline_brings_the_next_lawyer_and_the_roster_starts_again() {
        JsonNode declined = Json.object().put("declineCode", "ILL");
        ExchangeView.Seen notice = seen("1-0", "submit", NOTICE);
        ExchangeView.Seen first = seen("1-4", "decline", declined);
        ExchangeView.Seen second = seen("1-7", "decline", declined);

        assertThat(lawyer(inbound("1-4", "decline", declined), view(notice, first)))
                .isEqualTo("测试律师二");
        assertThat(lawyer(inbound("1-7", "decline", declined), view(notice, first, second)))
                .isEqualTo("测试律师一");
        assertThat(lawyer(
                        inbound("1-4", "decline", declined),
                        view(notice, first, second).upTo("1-4")))
                .as("a late repeat of the first decline")
                .isEqualTo("测试律师二");
    }

    private String lawyer(Inbound decline, ExchangeView exchange) {
        return centre.react(decline, exchange)
                .get(0)
                .payload()
                .at("/lawyer/name")
                .stringValue();
    }

    @Test
    void what_asks_for_nothing_gets_nothing() {
        Inbound withdrawal = inbound("1-9", "withdraw", Json.object());

        assertThat(centre.react(withdrawal, view())).isEmpty();
        assertThat(new SimulatedFirm().react(withdrawal, view())).isEmpty();
        assertThat(new SimulatedCourt().react(withdrawal, view())).isEmpty();
        assertThat(Script.SILENT.react(withdrawal, view())).isEmpty();
    }

    @Test
    void the_firm_declines_only_the_pair_in_conflict() {
        assertThat(answer("测试乙", Lawyer.FIRST)).isEqualTo("decline");
        assertThat(answer("测试乙", Lawyer.SECOND)).isEqualTo("accept");
        assertThat(answer("测试甲", Lawyer.FIRST)).isEqualTo("accept");
    }

    private static String answer(String partyName, Lawyer lawyer) {
        var offer = Json.object().put("assignmentNo", "1").put("partyName", partyName);
        offer.set("lawyer", lawyer.json());
        return new SimulatedFirm()
                .react(inbound("1-3", "offer", offer), view())
                .get(0)
                .act();
    }

    private static Inbound inbound(String entryId, String act, JsonNode payload) {
        return new Inbound(
                entryId + "-d",
                entryId,
                "x",
                "defence-notice",
                1,
                act,
                "somebody",
                AT,
                Json.object().set("payload", payload),
                List.of());
    }

    private static ExchangeView.Seen seen(String entryId, String act, JsonNode payload) {
        return new ExchangeView.Seen(entryId, act, "somebody", AT, payload);
    }

    private static ExchangeView view(ExchangeView.Seen... messages) {
        return new ExchangeView("ANY", List.of(messages));
    }
}
