package cn.justicehub.api.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.justicehub.api.definition.Act;
import cn.justicehub.api.definition.ClockRule;
import cn.justicehub.api.definition.ClockRule.Count;
import cn.justicehub.api.definition.ClockRule.Start;
import cn.justicehub.api.definition.ClockRule.Unit;
import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.definition.GuardFault;
import cn.justicehub.api.definition.GuardInput;
import cn.justicehub.api.definition.Party;
import cn.justicehub.api.violation.Findings;
import cn.justicehub.api.violation.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class DefenceNoticeTest {

    private static final ExchangeType TYPE = Examples.load("defence-notice");
    private static final List<String> ACTS = List.copyOf(TYPE.acts().keySet());

    static Stream<Example> accepted() {
        return Examples.of("defence-notice", "accept", ACTS);
    }

    static Stream<Example> rejected() {
        return Examples.of("defence-notice", "reject", ACTS);
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void acceptsTheExample(Example example) throws GuardFault {
        Findings findings = example.judge(TYPE);

        assertThat(findings.violations()).isEmpty();
        assertThat(findings.warnings())
                .containsExactlyInAnyOrderElementsOf(texts(example.content().path("warnings")));
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void rejectsTheExampleForWhatIsWrongWithIt(Example example) throws GuardFault {
        Findings findings = example.judge(TYPE);

        assertThat(findings.violations())
                .extracting(Violation::code, Violation::field)
                .containsExactlyInAnyOrderElementsOf(example.content()
                        .path("expect")
                        .valueStream()
                        .map(expected -> tuple(
                                expected.path("code").asString(),
                                expected.path("field").asString()))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void neverQuotesThePayload(Example example) throws GuardFault {
        List<String> values = new ArrayList<>();
        collectValues(example.payload(), values);

        for (Violation violation : example.judge(TYPE).violations()) {
            assertThat(values)
                    .filteredOn(value -> value.length() > 3 && !isCode(value))
                    .noneMatch((violation.messageZh() + violation.message())::contains);
        }
    }

    @Test
    void tellsAClerkWhatTheFieldIsAndWhatItShouldBe() throws GuardFault {
        Example example = rejected()
                .filter(e -> e.name().equals("submit-leading-zero-in-case-number"))
                .findFirst()
                .orElseThrow();

        assertThat(example.judge(TYPE).violations())
                .extracting(Violation::messageZh)
                .containsExactly("案号(/payload/caseNo)格式不正确：应为（年份）法院代字＋类型代字＋编号＋号");
    }

    @Test
    void bindsTheFirmByTheOffer() {
        assertThat(TYPE.parties().get("firm"))
                .isEqualTo(new Party.Bound("firm", Set.of("law-firm"), "offer", "/lawyer/firmUscc"));
        assertThat(Objects.requireNonNull(TYPE.act("assign")).to()).isEmpty();
        assertThat(Objects.requireNonNull(TYPE.act("assign")).person()).isTrue();
    }

    @Test
    void countsTheTimesOfTheLaw() {
        ClockRule assign = Objects.requireNonNull(TYPE.clocks().get("assign-and-inform"));

        assertThat(assign.start()).isEqualTo(new Start.Received("submit"));
        assertThat(assign.count()).isEqualTo(new Count(3, Unit.DAYS));
        assertThat(assign.article()).isEqualTo("法律援助法36");
        assertThat(TYPE.clocks().keySet())
                .containsExactly(
                        "notify-in-time",
                        "assign-and-inform",
                        "court-papers",
                        "answer-offer",
                        "self-engage",
                        "notify-again-in-time",
                        "assign-again",
                        "hearing-notice",
                        "refusal-told",
                        "own-lawyer-told");
        assertThat(Objects.requireNonNull(TYPE.clocks().get("self-engage")).due())
                .isEqualTo(new ClockRule.Due.HubAct("renotify"));
    }

    @Test
    void asksForCourtPapersEarlyOnlyInOrdinaryProcedure() throws GuardFault {
        assertThat(unless("court-papers", Map.of("hearing", Map.of("at", "", "procedure", "FAST"))))
                .isTrue();
        assertThat(unless("court-papers", Map.of("hearing", Map.of("at", "", "procedure", "ORDINARY"))))
                .isFalse();
        assertThat(unless("court-papers", Map.of("hearing", Map.of("at", "")))).isFalse();
    }

    @Test
    void holdsNotifiersToThreeDaysOnMandatoryGroundsOnly() throws GuardFault {
        assertThat(unless("notify-in-time", Map.of("ground", "01"))).isFalse();
        assertThat(unless("notify-in-time", Map.of("ground", "21"))).isTrue();
    }

    @Test
    void holdsThePoliceAloneToTellOfARefusalInThreeDays() throws GuardFault {
        for (String clock : List.of("refusal-told", "own-lawyer-told")) {
            ClockRule rule = Objects.requireNonNull(TYPE.clocks().get(clock));
            assertThat(rule.count()).isEqualTo(new Count(3, Unit.DAYS));
            assertThat(rule.article()).isEqualTo("公安机关办理刑事案件程序规定47");
            assertThat(exceptedFor(rule, "police")).isFalse();
            assertThat(exceptedFor(rule, "court")).isTrue();
            assertThat(exceptedFor(rule, "legal-aid-centre")).isTrue();
        }
    }

    private static boolean exceptedFor(ClockRule rule, String role) throws GuardFault {
        Map<String, Object> sender = Map.of("code", "", "roles", List.of(role), "level", "");
        return Objects.requireNonNull(rule.unless()).holds(new GuardInput(Map.of(), "", Set.of(), sender));
    }

    @Test
    void showsCodesWithTheirLabels() {
        JsonNode stage = TYPE.opening().payload().schema().at("/properties/stage");

        assertThat(texts(stage.path("enum"))).startsWith("10", "11", "20");
        assertThat(texts(stage.path("x-enum-labels-zh"))).startsWith("侦查", "自侦", "审查逮捕");
        assertThat(TYPE.labelZh("state", "OFFERED")).isEqualTo("待律所答复");
        assertThat(TYPE.acts().values()).extracting(Act::titleZh).doesNotContainNull();
    }

    private static boolean unless(String clock, Map<String, Object> payload) throws GuardFault {
        ClockRule rule = Objects.requireNonNull(TYPE.clocks().get(clock));
        return Objects.requireNonNull(rule.unless()).holds(new GuardInput(payload, "", Set.of(), Map.of()));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    /** Codes of the lists are words of the definition, and may be named. */
    private static boolean isCode(String value) {
        return value.matches("[A-Z-]+");
    }

    private static void collectValues(JsonNode node, List<String> values) {
        if (node.isString()) {
            values.add(node.stringValue());
        }
        node.values().forEach(child -> collectValues(child, values));
    }
}
