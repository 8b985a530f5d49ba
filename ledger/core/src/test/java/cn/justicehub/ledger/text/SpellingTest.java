package cn.justicehub.ledger.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "01",
                "-1",
                "+1",
                " 1",
                "1 ",
                "1.0",
                "9223372036854775808",
                "99999999999999999999",
                "\u0661",
                "0x1",
                "a"
            })
    void otherDecimalsAreRefused(String text) {
        assertThat(Spelling.decimal(text)).isEqualTo(-1);
    }

    @Test
    void decimalsAreRead() {
        assertThat(Spelling.decimal("0")).isZero();
        assertThat(Spelling.decimal("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AA", "a", "aaa", "0g", "aaaa", "", "\u0661\u0661"})
    void otherHexadecimalsAreRefused(String text) {
        assertThat(Spelling.hex(text, 1)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "AA", "AAA", "AB==", "AAB=", "A_-=", "AAAA\n", "AAAA=", "AA AA", "=AAA"})
    void otherBase64sAreRefused(String text) {
        assertThat(Spelling.base64(text)).isNull();
    }
}
