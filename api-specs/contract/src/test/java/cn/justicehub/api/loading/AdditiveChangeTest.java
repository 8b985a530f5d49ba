package cn.justicehub.api.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What may change under the same version, and what may not. */
class AdditiveChangeTest {

    private static final String TYPE = "type.yaml";

    private static Arguments change(String what, UnaryOperator<Folders> change, String place) {
        return Arguments.of(what, change, place);
    }

    private static String counting(String start) {
        return "  checked-in-time:\n    owes: centre\n    start: " + start
                + "\n    count: 1W\n    due: { flag: OVERDUE }\n"
                + "    article: 测试1\n    mark: H\n    validFrom: \"2026-01-01\"\n";
    }

    private static UnaryOperator<Folders> with(String file, String old, String changed) {
        return folders -> folders.with(file, old, changed);
    }

    static Stream<Arguments> additive() {
        return Stream.of(
                change("nothing", folders -> folders, ""),
                change("a label", with("labels.yaml", "核对通过", "核对无误"), ""),
                change("a code more", with("codes.yaml", "  ILL: 患病", "  ILL: 患病\n  AWAY: 外出"), ""),
                change(
                        "an optional member",
                        with(
                                "schemas/validate.json",
                                "\"note\":",
                                "\"more\": {\"title\": \"其他\", \"type\": \"integer\"}, \"note\":"),
                        ""),
                change("a longer text", with("schemas/register.json", "\"maxLength\": 100", "\"maxLength\": 200"), ""),
                change(
                        "fewer members asked for",
                        with("schemas/withdraw.json", "\"effectiveAt\",\n    \"reason\"", "\"effectiveAt\""),
                        ""),
                change(
                        "another who may do it",
                        with(
                                TYPE,
                                "validate: { exchange: EX-01, by: centre",
                                "validate: { exchange: EX-01, by: [centre, notifier]"),
                        ""),
                change(
                        "another state to do it in",
                        with(TYPE, "from: OFFERED, into: DECLINED", "from: [OFFERED, ACCEPTED], into: DECLINED"),
                        ""),
                change(
                        "who accepts leaves by it",
                        with(TYPE, "from: OFFERED, into: ACCEPTED", "from: OFFERED, into: ACCEPTED, releases: firm"),
                        ""),
                change("searchable by more", with(TYPE, "keys: [/caseNo", "keys: [/stage, /caseNo"), ""),
                change("an example", folders -> folders.adding("examples/accept/withdraw-two.json", "{}"), ""),
                change(
                        "a clock that counts from a member more",
                        folders -> folders.with(TYPE, "clocks:\n", "clocks:\n" + counting("date validate /checkedOn"))
                                .with("labels.yaml", "clock:\n", "clock:\n  checked-in-time: 及时核对\n")
                                .with(
                                        "schemas/validate.json",
                                        "\"note\":",
                                        "\"checkedOn\": {\"title\": \"核对日期\", \"type\": \"string\", \"format\": \"date\"},"
                                                + " \"note\":"),
                        ""),
                change(
                        "an act more",
                        folders -> folders.with(
                                        TYPE,
                                        "  withdraw: {",
                                        "  remark: { exchange: EX-09, by: centre, to: notifier, from: open }\n  withdraw: {")
                                .adding("schemas/remark.json", "{}"),
                        ""));
    }

    static Stream<Arguments> more() {
        return Stream.of(
                change("a code gone", with("codes.yaml", "  ILL: 患病\n", ""), "codes.yaml#/CL-DECLINE/ILL"),
                change(
                        "a member asked for",
                        with("schemas/validate.json", "\"handler\"\n  ]", "\"handler\", \"note\"\n  ]"),
                        "schemas/validate.json#/required"),
                change(
                        "a shorter text",
                        with("schemas/register.json", "\"maxLength\": 100", "\"maxLength\": 50"),
                        "schemas/register.json#/properties/officer/maxLength"),
                change(
                        "a member gone",
                        with("schemas/register.json", "\"letterNo\": {", "\"otherNo\": {"),
                        "schemas/register.json#/properties/letterNo"),
                change(
                        "another pattern",
                        with("schemas/submit.json", "^XF", "^XG"),
                        "schemas/submit.json#/properties/chargeCode/items/pattern"),
                change(
                        "other parties",
                        with(TYPE, "centre: legal-aid-centre", "centre: law-firm"),
                        "type.yaml#/parties"),
                change(
                        "another identity",
                        with(TYPE, "of: [/caseNo, /stage", "of: [/caseNo, /ground"),
                        "type.yaml#/identity/of"),
                change("again refused", with(TYPE, "same: join", "same: refuse"), "type.yaml#/identity/again/same"),
                change(
                        "one who may no more",
                        with(TYPE, "by: [notifier, centre]", "by: [notifier]"),
                        "type.yaml#/acts/change/by"),
                change(
                        "another receiver",
                        with(
                                TYPE,
                                "validate: { exchange: EX-01, by: centre, to: notifier",
                                "validate: { exchange: EX-01, by: centre, to: [notifier, firm]"),
                        "type.yaml#/acts/validate/to"),
                change(
                        "a state it cannot be done in",
                        with(TYPE, "from: [REPLIED, ACTIVE]", "from: [ACTIVE]"),
                        "type.yaml#/acts/refuse/from"),
                change(
                        "another state after it",
                        with(TYPE, "from: RECEIVED, into: VALIDATED", "from: RECEIVED, into: ASSIGNING"),
                        "type.yaml#/acts/validate/into"),
                change(
                        "a person needed",
                        with(
                                TYPE,
                                "decline: { exchange: EX-03, by: firm",
                                "decline: { person: true, exchange: EX-03, by: firm"),
                        "type.yaml#/acts/decline/person"),
                change("an act gone", with(TYPE, "  deny-refusal: {", "  denied: {"), "type.yaml#/acts/deny-refusal"),
                change("a longer clock", with(TYPE, "count: 1W", "count: 2W"), "type.yaml#/clocks/answer-offer/count"),
                change(
                        "one put out by another",
                        with(
                                TYPE,
                                "deny-refusal: { exchange: EX-09,",
                                "deny-refusal: { releases: firm, exchange: EX-09,"),
                        "type.yaml#/acts/deny-refusal/releases"),
                change(
                        "one who stays in its place",
                        with(TYPE, ", releases: firm }", " }"),
                        "type.yaml#/acts/decline/releases"),
                change(
                        "one who is no more told of what is amended",
                        with(TYPE, "ACTIVE, REFUSED] }", "ACTIVE] }"),
                        "type.yaml#/identity/again/amendTo/firm"),
                change(
                        "a clock more on an act that there was",
                        with(TYPE, "clocks:\n", "clocks:\n" + counting("accepted validate")),
                        "type.yaml#/clocks/checked-in-time"),
                change(
                        "a clock more on a member that there was",
                        with(TYPE, "clocks:\n", "clocks:\n" + counting("date register /registeredAt")),
                        "type.yaml#/clocks/checked-in-time"),
                change(
                        "a clock gone",
                        with(TYPE, "  answer-offer:", "  offer-answer:"),
                        "type.yaml#/clocks/answer-offer"),
                change(
                        "an end that was none",
                        with(TYPE, "ended: [RETURNED", "ended: [ACTIVE, RETURNED"),
                        "type.yaml#/ended"),
                change(
                        "a field shown in lists",
                        with(TYPE, "sensitive: [/party/name, ", "sensitive: ["),
                        "type.yaml#/sensitive"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("additive")
    void whatAddsMayKeepItsVersion(String what, UnaryOperator<Folders> change, String place) {
        assertThat(AdditiveChange.faults(
                        Folders.good().content(), change.apply(Folders.good()).content()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("more")
    void whatDoesMoreIsNamed(String what, UnaryOperator<Folders> change, String place) {
        assertThat(AdditiveChange.faults(
                        Folders.good().content(), change.apply(Folders.good()).content()))
                .anyMatch(fault -> fault.startsWith(place + ": ") || fault.startsWith(place + "/"));
    }

    @Test
    void aWarningMayNotBecomeARefusalNorAConditionAppear() {
        FolderContent warned = Folders.good().content();
        FolderContent refuses =
                Folders.good().with(TYPE, "        warning: true\n", "").content();

        assertThat(AdditiveChange.faults(warned, refuses))
                .isNotEmpty()
                .allMatch(fault -> fault.contains("/when: a warning that now refuses"));
        assertThat(AdditiveChange.faults(refuses, warned))
                .as("the other way round")
                .isEmpty();
        FolderContent stricter = Folders.good()
                .with(TYPE, "payload.role == 'AGENT'", "payload.role == 'DEFENDER'")
                .content();
        assertThat(AdditiveChange.faults(warned, stricter)).anyMatch(fault -> fault.contains("not there before"));
    }

    @Test
    void everyPlaceIsNamedAtOnce() {
        FolderContent next = Folders.good()
                .with(TYPE, "count: 1W", "count: 2W")
                .with("codes.yaml", "  ILL: 患病\n", "")
                .with("schemas/register.json", "\"maxLength\": 100", "\"maxLength\": 50")
                .content();

        assertThat(AdditiveChange.faults(Folders.good().content(), next)).hasSize(3);
    }
}
