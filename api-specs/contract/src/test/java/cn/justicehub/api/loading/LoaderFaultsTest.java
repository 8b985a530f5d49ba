package cn.justicehub.api.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LoaderFaultsTest {

    private static final String TYPE = "type.yaml";
    private static final String SUBMIT = "schemas/submit.json";

    /** What is wrong, and the file, pointer and words of its fault. */
    static Stream<Arguments> faults() {
        return Stream.of(
                fault(TYPE, "into: VALIDATED }", "into: RECEIVED }", "/acts", "'VALIDATED' is unreachable"),
                fault(
                        TYPE,
                        "by: firm, person: true",
                        "by: nobody, person: true",
                        "/acts/accept/by",
                        "no party 'nobody'"),
                fault(
                        TYPE,
                        "by: firm, person: true",
                        "by: [], person: true",
                        "/acts/accept/by",
                        "nobody may do 'accept'"),
                fault(
                        TYPE,
                        "validate: { exchange: EX-01, by: centre",
                        "validate: { exchange: EX-01, by: firm",
                        "/acts/validate/by",
                        "nobody may do 'validate'"),
                fault(
                        TYPE,
                        "person: true, to: centre",
                        "person: true, to: sentre",
                        "/acts/accept/to",
                        "no party 'sentre'"),
                fault(
                        TYPE,
                        "assign:\n    exchange: EX-03\n    by: centre",
                        "assign:\n    exchange: EX-03\n    by: hub",
                        "/acts/assign/by",
                        "no clock makes the hub do it"),
                fault(TYPE, "releases: firm", "releases: frim", "/acts/decline/releases", "no party 'frim'"),
                fault(TYPE, "releases: firm", "releases: centre", "/acts/decline/releases", "'centre' cannot leave"),
                fault(
                        TYPE,
                        "amendTo: { firm:",
                        "amendTo: { centre:",
                        "/identity/again/amendTo/centre",
                        "no party that an act binds"),
                fault(
                        TYPE,
                        "amendTo: { firm: [ACCEPTED",
                        "amendTo: { firm: [AGREED",
                        "/identity/again/amendTo/firm",
                        "no state 'AGREED'"),
                fault(
                        TYPE,
                        "bound: offer /lawyer/firmUscc",
                        "bound: propose /lawyer/firmUscc",
                        "/parties/firm",
                        "unknown act 'propose'"),
                fault(
                        TYPE,
                        "bound: offer /lawyer/firmUscc",
                        "bound: offer /lawyer/firm",
                        "/parties/firm",
                        "the schema has no '/lawyer/firm'"),
                fault(
                        TYPE,
                        "bound: offer /lawyer/firmUscc",
                        "bound: offer /lawyer/practiceSince",
                        "/parties/firm",
                        "is optional"),
                fault(
                        TYPE,
                        "bound: offer /lawyer/firmUscc",
                        "bound: offer /lawyer/phone",
                        "/parties/firm",
                        "must have the format uscc"),
                fault(TYPE, "centre: legal-aid-centre", "hub: legal-aid-centre", "/parties/hub", "cannot be the name"),
                fault(TYPE, "of: [/caseNo", "of: [/casNo", "/identity", "no '/casNo'"),
                fault(TYPE, "of: [/caseNo", "of: [/chargeCode", "/identity", "no single value"),
                fault(TYPE, "same: join", "same: amend", "/identity/again/same", "is none of join, refuse"),
                fault(TYPE, "same: join", "same: perhaps", "/identity/again/same", "is none of"),
                fault(TYPE, "keys: [/caseNo", "keys: [/casNo", "/keys", "no '/casNo'"),
                fault(
                        TYPE,
                        "sensitive: [/party/name",
                        "sensitive: [/party/nickname",
                        "/sensitive",
                        "'/party/nickname'"),
                fault(
                        TYPE,
                        "stop: [reply, return, withdraw, own-lawyer, terminate]",
                        "stop: []",
                        "/clocks/assign-and-inform",
                        "never stops"),
                fault(
                        TYPE,
                        "stop: [reply, return, withdraw, own-lawyer, terminate]",
                        "stop: [reply, return, own-lawyer]",
                        "/clocks/assign-and-inform/stop",
                        "may still run in the ended state 'WITHDRAWN'"),
                fault(
                        TYPE,
                        "stop: [reply, return, withdraw, own-lawyer, terminate]",
                        "stop: [reply, return, withdraw, own-lawyer, vanish]",
                        "/clocks/assign-and-inform/stop",
                        "no act 'vanish'"),
                fault(
                        TYPE,
                        "start: received submit",
                        "start: received submission",
                        "/clocks/assign-and-inform/start",
                        "no act 'submission'"),
                fault(
                        TYPE,
                        "start: received submit",
                        "start: entered LIMBO",
                        "/clocks/assign-and-inform/start",
                        "no state 'LIMBO'"),
                fault(
                        TYPE,
                        "start: received submit",
                        "start: upon submit",
                        "/clocks/assign-and-inform/start",
                        "must be"),
                fault(
                        TYPE,
                        "date submit /discoveredAt",
                        "date submit /foundAt",
                        "/clocks/notify-in-time/start",
                        "no '/foundAt'"),
                fault(
                        TYPE,
                        "date submit /discoveredAt",
                        "date submit /noticeNo",
                        "/clocks/notify-in-time/start",
                        "must have the format date"),
                fault(
                        TYPE,
                        "before: submit /hearing/at",
                        "before: submit /hearing/time",
                        "/clocks/court-papers/before",
                        "no '/hearing/time'"),
                fault(TYPE, "owes: firm", "owes: lawyer", "/clocks/answer-offer/owes", "no party 'lawyer'"),
                fault(
                        TYPE,
                        "at: due + 1W, tell: bureau",
                        "at: later, tell: bureau",
                        "/clocks/assign-and-inform/ladder/4/at",
                        "'at' must be"),
                fault(
                        TYPE,
                        "at: due + 1W, tell: bureau",
                        "at: due + 1week, tell: bureau",
                        "/clocks/assign-and-inform/ladder/4/at",
                        "must be a number"),
                fault(
                        TYPE,
                        "at: due + 1W, tell: bureau",
                        "at: alarm + 1W, tell: bureau",
                        "/clocks/assign-and-inform/ladder",
                        "come before those from the due time"),
                fault(
                        TYPE,
                        "due: { act: renotify }",
                        "due: { act: renotify }\n    ladder: [{ at: alarm, tell: bureau, person: 科室 }]",
                        "/clocks/self-engage/ladder",
                        "steps come earlier"),
                fault(
                        TYPE,
                        "at: due, tell: notifier",
                        "at: due, tell: judge",
                        "/clocks/assign-and-inform/ladder",
                        "no party 'judge' to tell"),
                fault(
                        TYPE,
                        "at: due, tell: bureau, person: 法律援助管理科室",
                        "at: due, tell: bureau",
                        "/clocks/assign-and-inform/ladder/2",
                        "'person' is missing"),
                fault(TYPE, "count: 1W", "count: 1 week", "/clocks/answer-offer/count", "'count' must be"),
                fault(TYPE, "    mark: H\n", "", "/clocks/answer-offer", "'mark' is missing"),
                fault(TYPE, "    mark: H\n", "    mark: D\n", "/clocks/answer-offer/mark", "must match"),
                fault(TYPE, "    article: 刑诉法解释49\n", "", "/clocks/court-papers", "'article' is missing"),
                fault(TYPE, "    validFrom: \"2021-03-01\"\n", "", "/clocks/court-papers", "'validFrom' is missing"),
                fault(
                        TYPE,
                        "validFrom: \"2021-03-01\"",
                        "validFrom: 2021",
                        "/clocks/court-papers/validFrom",
                        "must be"),
                fault(
                        TYPE,
                        "due: { flag: OVERDUE }",
                        "due: { act: reply }",
                        "/clocks/assign-and-inform/due",
                        "is no act of the hub"),
                fault(
                        TYPE,
                        "due: { act: renotify }",
                        "due: { act: remind }",
                        "/clocks/self-engage/due",
                        "no act of the hub"),
                fault(
                        TYPE,
                        "start: entered SELF_ENGAGE_WAIT",
                        "start: entered REFUSED",
                        "/clocks/self-engage/due",
                        "cannot be done in 'REFUSED'"),
                fault(
                        TYPE,
                        "by: hub, to: [notifier, centre]",
                        "by: [hub, centre], to: [notifier, centre]",
                        "/acts/renotify/by",
                        "nobody else does"),
                fault("schemas/renotify.json", "\"lateBy\"", "\"late\"", "", "refuses what the hub says of a lapse"),
                fault("schemas/renotify.json", "\"dueAt\"\n", "\"dueAt\",\"lateBy\"\n", "", "lateBy"),
                fault(
                        TYPE,
                        "person: true, to: centre",
                        "person: true, notBy: offre, to: centre",
                        "/acts/accept/notBy",
                        "no act 'offre'"),
                fault(
                        TYPE,
                        "person: true, to: centre",
                        "person: true, notBy: offer, to: centre",
                        "/acts/accept/notBy",
                        "both acts need"),
                fault(
                        TYPE,
                        "from: REPLIED, into: ACTIVE",
                        "from: REPLIED, into: { /officer: { A: ACTIVE } }",
                        "/acts/register/into",
                        "has the codes []"),
                fault(TYPE, "from: RECEIVED, into: VALIDATED", "into: VALIDATED", "/acts", "not 2"),
                fault(
                        TYPE,
                        "from: REPLIED, into",
                        "from: [REPLIED, CLOSED], into",
                        "/acts/register/from",
                        "ended state"),
                fault(
                        TYPE,
                        "from: REPLIED, into",
                        "quorum: all, from: REPLIED, into",
                        "/acts/register/quorum",
                        "at least two parties"),
                fault(
                        TYPE,
                        "from: REPLIED, into",
                        "colour: red, from: REPLIED, into",
                        "/acts/register/colour",
                        "unknown member"),
                fault(TYPE, "version: 1", "version: 1\nlinks: {}", "/links", "not supported yet"),
                fault(TYPE, "version: 1", "version: 1\nversion: 2", "", "cannot be read"),
                fault(
                        TYPE,
                        "payload.ground != '05'",
                        "payload.grond != '05'",
                        "/acts/submit/when/4/holds",
                        "no member 'payload.grond'"),
                fault(
                        TYPE,
                        "payload.ground != '05'",
                        "payload.ground != '99'",
                        "/acts/submit/when/4/holds",
                        "'99' is no code"),
                fault(
                        TYPE,
                        "payload.ground != '05'",
                        "payload.groundEvidence != ''",
                        "/acts/submit/when/4/holds",
                        "is optional: say has(payload.groundEvidence)"),
                fault(
                        TYPE,
                        "payload.ground != '05'",
                        "state + 1 == 2",
                        "/acts/submit/when/4/holds",
                        "does not type-check"),
                fault(
                        TYPE,
                        "sender.level ==",
                        "sender.rank ==",
                        "/acts/submit/when/10/holds",
                        "no member 'sender.rank'"),
                fault(TYPE, "has(payload.hearing.procedure) && ", "", "/clocks/court-papers/unless", "is optional"),
                fault(
                        SUBMIT,
                        "\"x-code-list\": \"CL-STAGE\"",
                        "\"x-code-list\": \"CL-STAGES\"",
                        "/properties/stage/x-code-list",
                        "no code list"),
                fault(
                        SUBMIT,
                        "\"x-code-list\": \"CL-STAGE\"",
                        "\"enum\": [\"一审\"]",
                        "/properties/stage/enum",
                        "name a code list"),
                fault(
                        SUBMIT,
                        "\"format\": \"date\"",
                        "\"format\": \"day\"",
                        "/properties/discoveredAt/format",
                        "unknown format"),
                fault(
                        SUBMIT,
                        "\"additionalProperties\": false,\n  \"required\"",
                        "\"required\"",
                        "",
                        "additionalProperties"),
                fault(SUBMIT, "\"title\": \"诉讼阶段\", ", "", "/properties/stage", "'title' in Chinese"),
                fault(SUBMIT, "\"$schema\"", "\"oneOf\": [], \"$schema\"", "/oneOf", "not in the profile"),
                fault(SUBMIT, "\"$schema\"", "\"if\": {}, \"$schema\"", "/if", "say it as a guard"),
                fault(SUBMIT, "#/$defs/Party\"", "#/$defs/Person\"", "/properties/party/$ref", "no common definition"),
                fault(
                        SUBMIT,
                        "/exchanges/common/definitions.json#/$defs/Party",
                        "https://example.org/party",
                        "/properties/party/$ref",
                        "may only point to"),
                fault(SUBMIT, "\"discoveredAt\",", "\"foundAt\",", "/required", "not among the properties"),
                fault(
                        SUBMIT,
                        "\"agencyType\": [",
                        "\"agencyKind\": [",
                        "/properties/caseNo/x-format-when/agencyKind",
                        "no property"),
                fault("labels.yaml", "  OFFERED: 待律所答复\n", "", "/state", "no label for the state 'OFFERED'"),
                fault(
                        "labels.yaml",
                        "  OFFERED: 待律所答复\n",
                        "  OFFERED: 待律所答复\n  LIMBO: 无\n",
                        "/state/LIMBO",
                        "no state 'LIMBO'"),
                fault("codes.yaml", "ILL: 患病", "生病: 患病", "/CL-DECLINE/生病", "a code is of"),
                fault("codes.yaml", "CL-RETURN:", "CL-STAGE:", "/CL-STAGE", "is there already"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void findsTheFault(String file, FolderContent folder, String pointer, String words) {
        assertThat(faultsOf(folder)).anySatisfy(fault -> {
            assertThat(fault.file()).isEqualTo(file);
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.message()).contains(words);
        });
    }

    @Test
    void findsStatesWithNoWayOut() {
        FolderContent folder = Folders.good()
                .with(TYPE, "ended: [RETURNED, CLOSED, WITHDRAWN", "ended: [RETURNED, WITHDRAWN")
                .with(TYPE, "from: open", "from: [RECEIVED, VALIDATED]")
                .content();

        assertThat(faultsOf(folder))
                .contains(new Fault(TYPE, "/acts", "state 'CLOSED' has no way out and is not among 'ended'"));
    }

    @Test
    void findsMissingAndSurplusFiles() {
        FolderContent folder = Folders.good()
                .without("schemas/close.json")
                .without("examples/accept/validate.json")
                .without("examples/reject/assign-no-lawyer.json")
                .without("examples/reject/assign-short-licence.json")
                .adding("schemas/reopen.json", "{}")
                .adding("examples/accept/reopen.json", "{}")
                .adding("notes.txt", "")
                .content();

        assertThat(faultsOf(folder))
                .extracting(Fault::file)
                .contains(
                        "schemas/close.json",
                        "examples/accept/validate.json",
                        "examples/reject/assign.json",
                        "schemas/reopen.json",
                        "examples/accept/reopen.json",
                        "notes.txt");
    }

    @Test
    void tellsAllFaultsAtOnce() {
        FolderContent folder = Folders.good()
                .with(TYPE, "of: [/caseNo", "of: [/casNo")
                .with(TYPE, "keys: [/caseNo", "keys: [/casNo")
                .with(TYPE, "centre: legal-aid-centre", "center: legal-aid-centre")
                .with(TYPE, "bound: offer /lawyer/firmUscc", "bound: offer /lawyer/firm")
                .with(TYPE, "payload.ground != '05'", "payload.grond != '05'")
                .with(TYPE, "count: 1W", "count: 1 week")
                .with(TYPE, "stop: [reply, return, withdraw, own-lawyer, terminate]", "stop: []")
                .with(TYPE, "before: submit /hearing/at", "before: submit /hearing/time")
                .with(TYPE, "into: ASSIGNING\n", "into: PENDING\n    rules: [three-years]\n")
                .with(SUBMIT, "\"x-code-list\": \"CL-STAGE\"", "\"x-code-list\": \"CL-STAGES\"")
                .with(SUBMIT, "\"$schema\"", "\"if\": {}, \"$schema\"")
                .with("labels.yaml", "  OFFERED: 待律所答复\n", "")
                .with("codes.yaml", "ILL: 患病", "生病: 患病")
                .without("examples/accept/validate.json")
                .content();

        assertThat(faultsOf(folder))
                .extracting(fault -> fault.file() + "#" + fault.pointer())
                .contains(
                        "type.yaml#/identity",
                        "type.yaml#/keys",
                        "type.yaml#/acts/validate/by",
                        "type.yaml#/parties/firm",
                        "type.yaml#/acts/submit/when/4/holds",
                        "type.yaml#/clocks/answer-offer/count",
                        "type.yaml#/clocks/assign-and-inform",
                        "type.yaml#/clocks/court-papers/before",
                        "type.yaml#/acts/assign/rules",
                        "type.yaml#/acts",
                        "schemas/submit.json#/properties/stage/x-code-list",
                        "schemas/submit.json#/if",
                        "labels.yaml#/state",
                        "codes.yaml#/CL-DECLINE/生病",
                        "examples/accept/validate.json#");
    }

    @Test
    void namesTheFileThatCannotBeRead() {
        FolderContent folder = Folders.good().adding(TYPE, "type: [").content();

        assertThat(faultsOf(folder)).extracting(Fault::file).containsExactly(TYPE);
        assertThat(faultsOf(FolderContent.of(Map.of()))).containsExactly(new Fault(TYPE, "", "the file is missing"));
    }

    private static Arguments fault(String file, String old, String changed, String pointer, String words) {
        return arguments(file, Folders.good().with(file, old, changed).content(), pointer, words);
    }

    private static List<Fault> faultsOf(FolderContent folder) {
        DefinitionFaults faults =
                catchThrowableOfType(DefinitionFaults.class, () -> new ExchangeTypeLoader(Examples.CLOCK).load(folder));
        assertThat(faults).isNotNull();
        return faults.faults();
    }
}
