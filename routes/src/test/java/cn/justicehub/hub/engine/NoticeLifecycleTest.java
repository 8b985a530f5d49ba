package cn.justicehub.hub.engine;

import static cn.justicehub.hub.engine.Agencies.CENTRE;
import static cn.justicehub.hub.engine.Agencies.COURT;
import static cn.justicehub.hub.engine.Agencies.FIRM;
import static cn.justicehub.hub.engine.Agencies.OTHER_FIRM;
import static cn.justicehub.hub.engine.Agencies.POLICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.justicehub.api.violation.Violation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Defence notices as their definition tells them. */
class NoticeLifecycleTest {

    private static final String DAY = "2026-11-19T10:00";

    private final Walk walk = new Walk(Walk.NOTICE);

    private Walk offered() {
        walk.act(DAY, "submit", POLICE, null, Payloads.of("submit"));
        walk.act(DAY, "validate", CENTRE, null, Payloads.of("validate"));
        walk.act(DAY, "assign", CENTRE, "p1", Payloads.of("assign"));
        walk.act(DAY, "offer", CENTRE, null, Payloads.offerTo(FIRM));
        return walk;
    }

    private static List<String> codes(Decision decision) {
        return decision.violations().stream().map(Violation::code).toList();
    }

    @Test
    void openingBindsTheOpenerAndTheOneCentre() {
        Decision opened = walk.act(DAY, "submit", POLICE, null, Payloads.of("submit"));

        assertThat(walk.state().state()).isEqualTo("RECEIVED");
        assertThat(walk.state().parties()).isEqualTo(Map.of("notifier", POLICE.code(), "centre", CENTRE.code()));
        assertThat(opened.receivers()).containsExactly(CENTRE.code());
    }

    @Test
    void openingNeedsTheRole() {
        Decision refused = walk.ask("submit", FIRM, null, Payloads.of("submit"));

        assertThat(codes(refused)).containsExactly("E-AUTH");
        assertThat(refused.after()).isNull();
        assertThat(refused.receivers()).isEmpty();
    }

    @Test
    void openingNeedsExactlyOneCompetentCentre() {
        ActRequest request = new ActRequest("submit", POLICE.sender(), null, Payloads.of("submit"));
        Agencies none = new Agencies(List.of(POLICE));
        Agencies two =
                new Agencies(List.of(POLICE, CENTRE, new Agencies.Known("centre-02", "legal-aid-centre", "CITY", "x")));

        for (Agencies agencies : List.of(none, two)) {
            assertThat(codes(Lifecycle.decide(Walk.NOTICE, Walk.blank(Walk.NOTICE), request, agencies)))
                    .containsExactly("E-JURIS");
        }
    }

    @Test
    void offerBindsTheFirmAndNothingReachesItBefore() {
        walk.act(DAY, "submit", POLICE, null, Payloads.of("submit"));
        walk.act(DAY, "validate", CENTRE, null, Payloads.of("validate"));
        Decision assigned = walk.act(DAY, "assign", CENTRE, "p1", Payloads.of("assign"));
        assertThat(assigned.receivers()).isEmpty();
        assertThat(walk.state().isParty(FIRM.code())).isFalse();

        Decision offer = walk.act(DAY, "offer", CENTRE, null, Payloads.offerTo(FIRM));

        assertThat(offer.receivers()).containsExactly(FIRM.code());
        assertThat(walk.state().parties()).containsEntry("firm", FIRM.code());
    }

    @Test
    void afterADeclineAnotherOfferBindsAnotherFirm() {
        offered();
        walk.act(DAY, "decline", FIRM, null, Payloads.of("decline"));
        walk.act(DAY, "assign", CENTRE, "p1", Payloads.of("assign"));
        Decision again = walk.act(DAY, "offer", CENTRE, null, Payloads.offerTo(OTHER_FIRM));

        assertThat(again.receivers()).containsExactly(OTHER_FIRM.code());
        assertThat(walk.state().isParty(FIRM.code())).isFalse();
        assertThat(codes(walk.ask("accept", FIRM, "p1", Payloads.of("accept")))).containsExactly("E-AUTH");
        walk.act(DAY, "accept", OTHER_FIRM, "p1", Payloads.of("accept"));
        assertThat(walk.state().state()).isEqualTo("ACCEPTED");
    }

    @Test
    void offerToNobodyWeKnowOrToNoFirmIsRefused() {
        walk.act(DAY, "submit", POLICE, null, Payloads.of("submit"));
        walk.act(DAY, "validate", CENTRE, null, Payloads.of("validate"));
        walk.act(DAY, "assign", CENTRE, "p1", Payloads.of("assign"));
        Agencies.Known stranger = new Agencies.Known("x", "law-firm", "", "31690106MTEX000072");

        for (Agencies.Known wrong : List.of(stranger, COURT)) {
            Decision refused = walk.ask("offer", CENTRE, null, Payloads.offerTo(wrong));
            assertThat(refused.violations())
                    .extracting(Violation::code, Violation::field)
                    .containsExactly(tuple("E-CODE", "/payload/lawyer/firmUscc"));
        }
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        offered();
        Map<String, Object> unknownFirm =
                Payloads.with(Payloads.of("offer"), "lawyer", Map.of("firmUscc", "31690106MTEX000072"));

        assertThat(codes(walk.ask("offer", CENTRE, null, unknownFirm))).containsExactly("E-STATE", "E-CODE");
        assertThat(codes(walk.ask("assign", CENTRE, null, Payloads.of("assign"))))
                .containsExactly("E-STATE", "E-INCOMPLETE");
    }

    @Test
    void everyGuardIsAsked() {
        Map<String, Object> court = Payloads.of("submit-court-before-hearing");
        Map<String, Object> wrong = Payloads.with(Payloads.with(court, "agencyType", "POLICE"), "ground", "06");

        assertThat(codes(walk.ask("submit", COURT, null, wrong))).containsExactly("E-AUTH", "E-STAGE", "E-STAGE");
    }

    @Test
    void aGuardThatCannotBeEvaluatedRefuses() {
        assertThat(codes(walk.ask("submit", POLICE, null, Map.of())))
                .hasSizeGreaterThan(1)
                .contains("E-AUTH", "E-STAGE", "E-GROUND");
    }

    @Test
    void aWarningDoesNotRefuse() {
        Decision warned = walk.act(DAY, "submit", COURT, null, Payloads.of("submit-life-sentence-district-court"));

        assertThat(warned.refused()).isFalse();
        assertThat(warned.warnings()).containsExactly("E-JURIS");
    }

    @Test
    void anActWithoutAPersonIsIncompleteWhereOneMustAct() {
        offered();

        Decision refused = walk.ask("accept", FIRM, null, Payloads.of("accept"));

        assertThat(refused.violations())
                .extracting(Violation::code, Violation::field)
                .containsExactly(tuple("E-INCOMPLETE", "/actor"));
    }

    @Test
    void anActIsItsPartysAlone() {
        offered();

        assertThat(codes(walk.ask("validate", POLICE, null, Payloads.of("validate"))))
                .containsExactly("E-AUTH");
        assertThat(codes(walk.ask("withdraw", COURT, null, Payloads.of("withdraw"))))
                .containsExactly("E-AUTH");
        assertThat(codes(walk.ask("nothing", CENTRE, null, Map.of()))).containsExactly("E-NOTFOUND");
    }

    @Test
    void anExchangeOpensOnce() {
        offered();

        assertThat(codes(walk.ask("submit", POLICE, null, Payloads.of("submit"))))
                .containsExactly("E-STATE");
    }

    @Test
    void withdrawalReachesAllWhoHaveAPlaceAndEndsIt() {
        offered();

        Decision withdrawn = walk.act(DAY, "withdraw", POLICE, null, Payloads.of("withdraw"));

        assertThat(withdrawn.receivers()).containsExactlyInAnyOrder(CENTRE.code(), FIRM.code());
        assertThat(walk.state().ended()).isTrue();
        assertThat(codes(walk.ask("withdraw", POLICE, null, Payloads.of("withdraw"))))
                .containsExactly("E-STATE");
    }

    @Test
    void refusalsQuoteNothingOfThePayload() {
        Map<String, Object> wrong = Payloads.with(Payloads.of("submit"), "stage", "测试甲 690106198503120011");

        assertThat(walk.ask("submit", POLICE, null, wrong).violations())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.messageZh() + one.message()).doesNotContain("690106", "测试"));
    }
}
