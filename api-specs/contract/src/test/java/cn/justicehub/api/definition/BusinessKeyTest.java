package cn.justicehub.api.definition;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.api.loading.DefinitionFaults;
import cn.justicehub.api.loading.ExchangeTypeLoader;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BusinessKeyTest {

    private final ExchangeType type = load();

    @Test
    void isTheJsonArrayOfTheIdentity() {
        assertThat(key("（2026）吉0106刑初123号", "690106198503120011"))
                .isEqualTo("[\"（2026）吉0106刑初123号\",\"40\",\"690106198503120011\"]");
    }

    @Test
    void isTheSameForOtherSpellings() {
        assertThat(key("(2026)吉0106刑初123号", "69010619900228002x"))
                .isEqualTo(key("（2026）吉0106刑初123号", "69010619900228002X"));
    }

    @Test
    void leavesNumbersOfOtherFormsAsTheyAre() {
        assertThat(key("测检(2026)7号", "x0000001")).isEqualTo("[\"测检(2026)7号\",\"40\",\"x0000001\"]");
    }

    @Test
    void hasNullForWhatIsAbsent() {
        assertThat(BusinessKey.of(type, Map.of("stage", "40"))).isEqualTo("[null,\"40\",null]");
        assertThat(BusinessKey.of(type, Map.of("party", "text"))).isEqualTo("[null,null,null]");
    }

    private String key(String caseNo, String idNo) {
        return BusinessKey.of(type, Map.of("caseNo", caseNo, "stage", "40", "party", Map.of("idNo", idNo)));
    }

    private static ExchangeType load() {
        try {
            return new ExchangeTypeLoader(Clock.systemUTC()).loadBuiltIn("defence-notice");
        } catch (DefinitionFaults faults) {
            throw new AssertionError(faults);
        }
    }
}
