package cn.justicehub.hub.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.loading.BuiltInTypes;
import cn.justicehub.api.loading.DefinitionFaults;
import cn.justicehub.api.loading.ExchangeTypeLoader;
import cn.justicehub.connectors.agency.Agency;
import cn.justicehub.connectors.agency.AgencyDirectory;
import cn.justicehub.connectors.agency.AgencyFaults;
import cn.justicehub.hub.testing.TestAgencies;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuccessionTest {

    private static final ExchangeType TYPE = builtIn();
    private static final Agency COURT = agency("court", "91350100M000100Y43", "a");

    @Test
    void the_same_may_follow_itself() {
        DefinitionSet set = set(List.of(TYPE), COURT);
        assertThat(faults(set, set)).isEmpty();
    }

    @Test
    void a_new_version_and_a_new_type_may_follow() {
        assertThat(faults(set(List.of(type("x", 1, "1"))), set(List.of(type("x", 2, "2"), type("y", 1, "3")))))
                .isEmpty();
    }

    @Test
    void a_new_agency_and_a_changed_one_may_follow() {
        Agency changed = agency("court", COURT.uscc(), "b");
        Agency other = agency("police", "11690106MTEX00011Y", "c");
        assertThat(faults(set(List.of(), COURT), set(List.of(), changed, other), COURT.digest()))
                .isEmpty();
    }

    @Test
    void other_content_under_the_same_version_may_not() {
        DefinitionSet active = set(List.of(type("x", 1, "1")));
        DefinitionSet next = set(List.of(type("x", 1, "2")));
        assertThat(Succession.contradictions(
                        active, next, (before, after) -> List.of("type.yaml#/acts/submit/by: is not what it was")))
                .singleElement()
                .asString()
                .contains("exchanges/x/type.yaml#/acts/submit/by", "raise the version");
    }

    @Test
    void everything_lost_or_lowered_is_named() {
        DefinitionSet active = set(List.of(type("x", 2, "1"), type("y", 1, "2")), COURT);
        DefinitionSet next = set(List.of(type("x", 1, "3")));
        assertThat(faults(active, next))
                .hasSize(3)
                .anyMatch(fault -> fault.contains("exchanges/x/type.yaml#/version"))
                .anyMatch(fault -> fault.startsWith("exchanges/y:"))
                .anyMatch(fault -> fault.startsWith("agencies/court:"));
    }

    @Test
    void what_was_replaced_does_not_come_back() {
        Agency renewed = agency("court", COURT.uscc(), "b");
        assertThat(faults(set(List.of(), renewed), set(List.of(), COURT), COURT.digest(), renewed.digest()))
                .singleElement()
                .asString()
                .startsWith("agencies/court:");
    }

    @Test
    void a_type_that_was_taken_away_does_not_come_back() {
        assertThat(faults(set(List.of()), set(List.of(type("x", 1, "1"))), "1".repeat(64)))
                .singleElement()
                .asString()
                .startsWith("exchanges/x:");
    }

    private static List<String> faults(DefinitionSet active, DefinitionSet next, String... former) {
        assertThat(Succession.contradictions(active, next, (before, after) -> List.of("changed")))
                .isEmpty();
        return Succession.stepsBack(active, next, Set.of(former));
    }

    private static DefinitionSet set(List<ExchangeType> types, Agency... agencies) {
        try {
            return DefinitionSet.of(types, AgencyDirectory.of(List.of(agencies)));
        } catch (AgencyFaults e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ExchangeType builtIn() {
        try {
            return new ExchangeTypeLoader(Clock.systemUTC()).load(BuiltInTypes.content("defence-notice"));
        } catch (DefinitionFaults e) {
            throw new IllegalStateException(e);
        }
    }

    private static ExchangeType type(String name, int version, String digit) {
        return new ExchangeType(
                name,
                version,
                TYPE.titleZh(),
                digit.repeat(64),
                TYPE.identity(),
                TYPE.parties(),
                TYPE.keys(),
                TYPE.sensitive(),
                TYPE.initialState(),
                TYPE.endedStates(),
                TYPE.acts(),
                TYPE.clocks(),
                TYPE.labelsZh());
    }

    private static Agency agency(String code, String uscc, String digit) {
        Agency some = TestAgencies.agency(code, "court", "secret");
        return new Agency(
                code,
                some.nameZh(),
                uscc,
                some.roles(),
                some.level(),
                some.channel(),
                some.signaturePolicy(),
                some.signers(),
                some.limits(),
                some.credentials(),
                digit.repeat(64));
    }
}
