package cn.justicehub.api.format;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    private static final String USCC = "31690106MTEX00001U";
    private static final String USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @CsvSource({
        "resident-id, 690106198503120011, W-DIVISION",
        "uscc, 12690106MTEX00002X, W-USCC-KIND",
        "case-number, （2026）吉0106刑未1号, W-CASE-TYPE"
    })
    void warnsOfWhatTheRegistersLack(String format, String value, String warning) {
        assertThat(Samples.check(format, value).valid()).isTrue();
        assertThat(Samples.check(format, value).warnings()).containsExactly(warning);
    }

    @ParameterizedTest
    @CsvSource({
        "uscc, 31690106MTEX00001U",
        "uscc, 91690106MTEX000065",
        "case-number, （2026）吉0106刑初123号",
        "case-number, (2026)吉0106刑初123号",
        "case-number, （2026）吉01民初9号之一",
        "case-number, （2026）最高法知民初1号",
        "case-number, （2026）吉0106诉前调确77号",
        "lawyer-licence, 16901201010123456",
        "date, 2028-02-29",
        "date-time, 2026-11-19T16:40:00+08:00",
        "date-time, 2026-11-19T08:40:00.123Z"
    })
    void acceptsWithoutWarning(String format, String value) {
        assertThat(Samples.check(format, value)).isEqualTo(Verdict.VALID);
    }

    @ParameterizedTest
    @CsvSource({
        "uscc, 31690106MTEX00001V",
        "uscc, 31690106MTEST0001U",
        "uscc, 31690106mtex00001u",
        "uscc, 31690106MTEX0001U",
        "case-number, 〔2026〕吉0106刑初123号",
        "case-number, [2026]吉0106刑初123号",
        "case-number, （2026）吉0106刑初0123号",
        "case-number, （26）吉0106刑初123号",
        "case-number, （2026）吉0106刑初123",
        "case-number, （1999）吉0106刑初1号",
        "lawyer-licence, 26901201010123456",
        "lawyer-licence, 169012010101",
        "date, 2026-02-29",
        "date, 2026-2-3",
        "date, +12026-01-01",
        "date, 2026-01-01T00:00:00Z",
        "date-time, 2026-11-19T16:40:00",
        "date-time, 2026-11-19T16:40+08:00",
        "date-time, 2026-11-19 16:40:00+08:00",
        "date-time, 2026-02-30T16:40:00+08:00",
        "date-time, 2026-11-19"
    })
    void refuses(String format, String value) {
        assertThat(Samples.check(format, value)).isEqualTo(Verdict.INVALID);
    }

    @ParameterizedTest
    @CsvSource({
        "case-number, (2026)吉0106刑初123号, （2026）吉0106刑初123号",
        "resident-id, 69010620110315003x, 69010620110315003X",
        "uscc, 31690106MTEX00001U, 31690106MTEX00001U"
    })
    void normalises(String format, String value, String normal) {
        assertThat(Samples.format(format).normalise(value)).isEqualTo(normal);
    }

    /** The check of GB 32100 is modulo a prime, so it finds every single change. */
    @Property
    void findsEveryChangedCharacterOfACreditCode(
            @ForAll @IntRange(max = 17) int place, @ForAll @IntRange(max = 30) int character) {
        char changed = USCC_ALPHABET.charAt(character);
        Assume.that(USCC.charAt(place) != changed);

        assertThat(Uscc.isValid(USCC.substring(0, place) + changed + USCC.substring(place + 1)))
                .isFalse();
    }
}
