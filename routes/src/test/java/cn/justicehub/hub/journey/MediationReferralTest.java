package cn.justicehub.hub.journey;

import static cn.justicehub.connectors.sandbox.SandboxAgency.COURT;
import static cn.justicehub.connectors.sandbox.SandboxAgency.MEDIATION;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.HubRefused;
import cn.justicehub.connectors.sandbox.Inbound;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.hub.testing.MovingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A court hands a dispute to a mediation committee and has it back, with an agreement or without (EX-19, EX-20). */
class MediationReferralTest {

    private static final String TYPE = "mediation-referral";
    private static final Duration SOON = Duration.ofSeconds(60);

    /** Friday, 18 September 2026; the Sunday after is a working day. */
    private final MovingClock clock = new MovingClock(Instant.parse("2026-09-18T01:00:00Z"));

    private final HubUnderTest hub = HubUnderTest.start(Map.of(), clock);
    private final TypeDesk desk = new TypeDesk(hub, TYPE);

    private static String problem(HubRefused refusal) {
        return new String(refusal.problem(), UTF_8);
    }

    private static String receipt(Accepted accepted) {
        return new String(accepted.receipt(), UTF_8);
    }

    @AfterEach
    void check() throws Exception {
        try (hub) {
            Receipts.verify(hub, desk.accepted());
        }
    }

    private String chosen(String track) throws Exception {
        String exchange = desk.opens(COURT, "refer", payload -> payload.put("track", track));
        desk.does(COURT, "consent", exchange);
        desk.does(COURT, "choose", exchange, payload -> payload.put("track", track));
        return exchange;
    }

    @Test
    void aDisputeGoesToTheCommitteeAndComesBackAgreed() throws Exception {
        String exchange = chosen("PRE_FILING");
        assertThat(desk.fetched(MEDIATION, exchange)).extracting(Inbound::act).containsExactly("choose");

        desk.does(MEDIATION, "confirm", exchange);
        desk.does(MEDIATION, "contact", exchange);
        desk.does(MEDIATION, "begin", exchange);
        desk.does(MEDIATION, "agree", exchange);
        assertThat(desk.fetched(COURT, exchange))
                .extracting(Inbound::act)
                .containsExactly("confirm", "contact", "begin", "agree");
        desk.does(COURT, "acknowledge", exchange);

        assertThat(desk.state(MEDIATION, exchange)).isEqualTo("CLOSED");
        assertThat(desk.fetched(MEDIATION, exchange)).extracting(Inbound::act).containsExactly("acknowledge");
    }

    private String mediating(String track) throws Exception {
        String exchange = chosen(track);
        desk.does(MEDIATION, "confirm", exchange);
        desk.does(MEDIATION, "contact", exchange);
        desk.does(MEDIATION, "begin", exchange);
        return exchange;
    }

    private void until(String exchange, String state) {
        await().atMost(SOON).until(() -> desk.state(COURT, exchange).equals(state));
    }

    private void moveTo(String instant) {
        clock.move(Duration.between(clock.now(), Instant.parse(instant)));
    }

    @Test
    void scenario15TheTermEndsWithoutAgreementAndTheDisputeIsBack() throws Exception {
        String exchange = chosen("PRE_FILING");
        assertThat(desk.due(COURT, exchange, "confirm-in-time"))
                .as("the Sunday works")
                .isEqualTo("2026-09-22");
        moveTo("2026-09-21T02:00:00Z");
        desk.does(MEDIATION, "confirm", exchange);
        assertThat(desk.due(COURT, exchange, "term-pre-filing")).isEqualTo("2026-10-21");
        assertThat(desk.due(COURT, exchange, "contact-in-time")).isEqualTo("2026-09-24");
        desk.does(MEDIATION, "contact", exchange);
        desk.does(MEDIATION, "begin", exchange);
        desk.fetched(COURT, exchange);

        moveTo("2026-10-21T15:59:00Z"); // a minute to midnight
        desk.does(MEDIATION, "minutes", exchange);
        assertThat(desk.state(COURT, exchange)).isEqualTo("MEDIATING");
        moveTo("2026-10-21T16:00:01Z");
        until(exchange, "ENDED");

        Inbound told = desk.fetched(COURT, exchange).get(0);
        assertThat(told.act()).isEqualTo("expire");
        assertThat(told.payload().required("article").stringValue()).contains("在线调解规则24");
        HubRefused late = desk.refused(MEDIATION, "agree", exchange, payload -> {});
        assertThat(late.codes()).containsExactly("E-STATE");
        desk.does(COURT, "file", exchange);
        assertThat(desk.state(MEDIATION, exchange)).isEqualTo("FILED");
        assertThat(desk.records("expire")).isEqualTo(1);
    }

    @Test
    void afterFilingTheTermIsFifteenDaysOrSeven() throws Exception {
        String ordinary = mediating("ORDINARY");
        assertThat(desk.due(COURT, ordinary, "term-ordinary"))
                .as("10-03 is in the holiday")
                .isEqualTo("2026-10-08");
        HubRefused appraisal = desk.refused(MEDIATION, "appraise", ordinary, payload -> {});
        assertThat(appraisal.codes()).containsExactly("E-STAGE");
        assertThat(problem(appraisal)).contains("在线调解规则26");
        desk.does(COURT, "withdraw", ordinary);

        String summary = mediating("SUMMARY");
        assertThat(desk.due(COURT, summary, "term-summary"))
                .as("09-25 is a holiday")
                .isEqualTo("2026-09-28");
        assertThat(desk.shown(COURT, summary).required("flags").toString()).contains("SUMMARY");
    }

    @Test
    void whoeverRefusesTheDisputeIsBackInTheSameMoment() throws Exception {
        String exchange = chosen("PRE_FILING");
        desk.does(MEDIATION, "confirm", exchange);
        desk.fetched(COURT, exchange);

        Accepted back = desk.does(MEDIATION, "return", exchange, payload -> payload.put("happenedOn", "2026-09-18"));

        assertThat(receipt(back)).doesNotContain("E-LATE");
        assertThat(desk.state(COURT, exchange)).isEqualTo("ENDED");
        Inbound told = desk.fetched(COURT, exchange).get(0);
        assertThat(told.act()).isEqualTo("return");
        assertThat(told.payload().required("reasonCode").stringValue()).isEqualTo("REFUSED");
        desk.does(COURT, "file", exchange);

        String kept = chosen("PRE_FILING");
        desk.does(MEDIATION, "confirm", kept);
        clock.move(Duration.ofDays(4)); // Tuesday
        Accepted late = desk.does(MEDIATION, "return", kept, payload -> payload.put("happenedOn", "2026-09-18"));
        assertThat(receipt(late)).as("kept over the weekend").contains("E-LATE");
        assertThat(desk.shown(COURT, kept).required("flags").toString()).contains("RETURNED_LATE");
    }

    @Test
    void nobodyChosenInTwoDaysTheCourtDesignatesAndAgainWhereNobodyConfirms() throws Exception {
        String exchange = desk.opens(COURT, "refer", payload -> {});
        desk.does(COURT, "consent", exchange);
        assertThat(desk.due(COURT, exchange, "choose-in-time")).isEqualTo("2026-09-21");
        moveTo("2026-09-22T01:00:00Z");
        until(exchange, "DESIGNATING");
        assertThat(desk.fetched(COURT, exchange)).extracting(Inbound::act).containsExactly("unchosen");
        assertThat(desk.due(COURT, exchange, "designate")).isEqualTo("2026-09-28");

        desk.does(COURT, "choose", exchange);
        desk.does(MEDIATION, "decline", exchange);
        assertThat(desk.due(COURT, exchange, "designate-another")).isEqualTo("2026-09-28");
        desk.does(COURT, "choose", exchange);
        moveTo("2026-09-29T01:00:00Z");
        until(exchange, "DESIGNATING");
        assertThat(desk.refused(MEDIATION, "confirm", exchange, payload -> {}).codes())
                .containsExactly("E-STATE");
        assertThat(desk.records("unconfirmed")).isEqualTo(1);
        desk.does(COURT, "choose", exchange);
        desk.does(MEDIATION, "confirm", exchange);
        assertThat(desk.state(COURT, exchange)).isEqualTo("CONFIRMED");
    }

    @Test
    void whereNobodyConsentsThereIsNoMediation() throws Exception {
        String exchange = desk.opens(COURT, "refer", payload -> {});
        desk.does(COURT, "consent", exchange, payload -> payload.put("decision", "REFUSED"));
        assertThat(desk.shown(COURT, exchange).required("ended").booleanValue()).isTrue();
        assertThat(desk.fetched(MEDIATION, exchange)).isEmpty();
        assertThat(desk.refused(COURT, "choose", exchange, payload -> {}).codes())
                .containsExactly("E-STATE");
    }

    @Test
    void timeOfAppraisalIsNotCounted() throws Exception {
        String exchange = mediating("PRE_FILING");
        assertThat(desk.due(COURT, exchange, "term-pre-filing")).isEqualTo("2026-10-19");
        moveTo("2026-09-24T02:00:00Z");
        desk.does(MEDIATION, "appraise", exchange);
        assertThat(desk.clock(COURT, exchange, "term-pre-filing").has("pausedAt"))
                .isTrue();
        moveTo("2026-11-03T02:00:00Z"); // long after the term would have ended
        desk.does(MEDIATION, "resume", exchange);
        assertThat(desk.state(COURT, exchange)).isEqualTo("MEDIATING");
        assertThat(desk.due(COURT, exchange, "term-pre-filing")).isGreaterThan("2026-11-20");
        assertThat(desk.records("expire")).isZero();
    }

    @Test
    void theTermIsExtendedOnlyWhenCourtAndCommitteeSayTheSame() throws Exception {
        String exchange = mediating("SUMMARY");
        String before = desk.due(COURT, exchange, "term-summary");
        desk.fetched(MEDIATION, exchange);

        HubRefused shorter = desk.refused(MEDIATION, "extend", exchange, payload -> payload.put("until", "2026-09-20"));
        assertThat(problem(shorter)).contains("延长后的期限应晚于现期限2026-09-28", "/payload/until");

        Accepted first = desk.does(MEDIATION, "extend", exchange, payload -> payload.put("until", "2026-10-15"));
        assertThat(receipt(first)).contains("W-CONCURRENCE");
        assertThat(desk.due(COURT, exchange, "term-summary")).isEqualTo(before);
        Accepted other = desk.does(COURT, "extend", exchange, payload -> payload.put("until", "2026-10-16"));
        assertThat(receipt(other)).contains("W-CONCURRENCE");
        assertThat(desk.shown(COURT, exchange).required("flags").toString()).doesNotContain("EXTENDED");
        Accepted again = desk.does(MEDIATION, "extend", exchange, payload -> payload.put("until", "2026-10-16"));
        assertThat(receipt(again)).doesNotContain("W-CONCURRENCE");

        assertThat(desk.due(COURT, exchange, "term-summary")).isEqualTo("2026-10-16");
        assertThat(desk.shown(COURT, exchange).required("flags").toString()).contains("EXTENDED");
        assertThat(desk.fetched(MEDIATION, exchange)).extracting(Inbound::act).containsExactly("extend");
        moveTo("2026-10-16T02:00:00Z");
        assertThat(desk.state(COURT, exchange)).isEqualTo("MEDIATING");
        moveTo("2026-10-16T16:00:01Z");
        until(exchange, "ENDED");
    }

    @Test
    void anAppraisalAfterAnExtensionMovesTheDayThatWasAgreed() throws Exception {
        String exchange = mediating("PRE_FILING");
        desk.does(COURT, "extend", exchange, payload -> payload.put("until", "2026-10-28"));
        desk.does(MEDIATION, "extend", exchange, payload -> payload.put("until", "2026-10-28"));
        moveTo("2026-10-09T02:00:00Z");
        desk.does(MEDIATION, "appraise", exchange);
        moveTo("2026-10-13T02:00:00Z");
        desk.does(MEDIATION, "resume", exchange);
        assertThat(desk.due(COURT, exchange, "term-pre-filing"))
                .as("four days later is a Sunday")
                .isEqualTo("2026-11-02");
    }

    @Test
    void aProposalOfOneDoesNotStopTheTerm() throws Exception {
        String exchange = mediating("SUMMARY");
        desk.does(MEDIATION, "extend", exchange);
        moveTo("2026-09-28T16:00:01Z");
        until(exchange, "ENDED");
        assertThat(desk.refused(COURT, "extend", exchange, payload -> {}).codes())
                .containsExactlyInAnyOrder("E-STATE", "E-STATE");
    }

    @Test
    void onlyFactsThatAllConfirmedComeBack() throws Exception {
        String exchange = mediating("PRE_FILING");
        HubRefused some = desk.refused(
                MEDIATION,
                "return",
                exchange,
                payload -> payload.put("reasonCode", "NO_AGREEMENT")
                        .putArray("undisputedFacts")
                        .addObject()
                        .put("fact", "借款已经交付")
                        .putArray("agreedBy")
                        .add("测试甲"));
        assertThat(some.codes()).containsExactly("E-GROUND");
        assertThat(problem(some)).contains("在线调解规则18");

        desk.does(MEDIATION, "return", "return-with-undisputed-facts", exchange, payload -> {});
        assertThat(desk.fetched(COURT, exchange).stream()
                        .map(one -> one.payload().toString()))
                .anyMatch(payload -> payload.contains("借款已经交付"));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceInChinese() throws Exception {
        HubRefused wrong = desk.refused(
                COURT,
                desk.opening(
                        "refer",
                        payload -> payload.put("track", "LATER")
                                .put("disputeType", "QUARREL")
                                .put("more", 1)
                                .remove("claims")));
        assertThat(wrong.codes()).containsExactlyInAnyOrder("E-CODE", "E-CODE", "E-SCHEMA", "E-SCHEMA");
        for (JsonNode violation : JsonMapper.shared().readTree(problem(wrong)).required("violations")) {
            assertThat(violation.required("messageZh").stringValue()).containsPattern("[\u4e00-\u9fa5]");
        }
        String exchange = mediating("PRE_FILING");
        HubRefused agreement = desk.refused(
                MEDIATION,
                "agree",
                exchange,
                payload -> payload.put("effectiveOn", "2026-10-10").remove("mediatorSignedOn"));
        assertThat(agreement.codes()).containsExactlyInAnyOrder("E-INCOMPLETE", "E-GROUND");
        assertThat(desk.state(COURT, exchange)).isEqualTo("MEDIATING");
    }
}
