package cn.justicehub.api.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResidentIdTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String GOOD = "690106198503120011";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "690106198503120011",
                "69010619900228002X",
                "69010620110315003X",
                "690106198206100081",
                "690106194811050045",
                "690106197707070058",
                "690106200909010111",
                "690106199512310073",
                "69010620110315003x"
            })
    void accepts(String value) {
        assertThat(ResidentId.isValid(value, TODAY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "690106198503120012",
                "690106201902290019",
                "690106850312001",
                "６９０１０６１９８５０３１２００１１",
                " 690106198503120011",
                "690106198503120011\n",
                "6901061985031200X1",
                ""
            })
    void refuses(String value) {
        assertThat(ResidentId.isValid(value, TODAY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"810000199001010010", "820000199001010010", "830000199001010010", "915000199001010010"})
    void acceptsResidencePermitsWithoutWarning(String seventeen) {
        String value = seventeen.substring(0, 17) + ResidentId.checkCharacter(seventeen);

        assertThat(Samples.check("resident-id", value)).isEqualTo(Verdict.VALID);
    }

    @Property
    void refusesEveryOtherDigitInAnyPlace(@ForAll @IntRange(max = 16) int place, @ForAll @IntRange(max = 9) int digit) {
        Assume.that(GOOD.charAt(place) != (char) ('0' + digit));

        assertThat(ResidentId.isValid(GOOD.substring(0, place) + digit + GOOD.substring(place + 1), TODAY))
                .isFalse();
    }

    @Property
    void refusesTomorrowsChildren(@ForAll @IntRange(max = 30_000) int days) {
        LocalDate birth = TODAY.minusDays(15_000).plusDays(days);
        String seventeen = "690106" + birth.toString().replace("-", "") + "001";

        assertThat(ResidentId.isValid(seventeen + ResidentId.checkCharacter(seventeen + "0"), TODAY))
                .isEqualTo(!birth.isAfter(TODAY));
    }
}
