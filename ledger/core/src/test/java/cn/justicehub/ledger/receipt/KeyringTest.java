package cn.justicehub.ledger.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyringTest {
    private static final String LINE =
            Vectors.text("keyring.jsonl").lines().findFirst().orElseThrow();

    @Test
    void unknownKindsOfKeyArePassedOver() throws KeyringFault {
        String later = "{\"fromSize\":0,\"origin\":\"o\",\"vkey\":\"o+0a0b0c0d+BgECAw==\"}";
        assertThat(parse(later + "\n\n" + LINE).entries()).hasSize(1);
        assertThat(parse("").entries()).isEmpty();
    }

    @Test
    void rangesAreInclusive() throws KeyringFault {
        Keyring.Entry entry = parse(LINE.replace("\"fromSize\":0", "\"fromSize\":3,\"toSize\":5"))
                .entries()
                .get(0);
        assertThat(entry.covers(2)).isFalse();
        assertThat(entry.covers(3)).isTrue();
        assertThat(entry.covers(5)).isTrue();
        assertThat(entry.covers(6)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "[]",
                "{}",
                "{\"vkey\":\"a\"}",
                "{\"fromSize\":0,\"origin\":\"o\",\"vkey\":\"bad\"}",
                "{\"fromSize\":-1,\"origin\":\"o\",\"vkey\":\"o+0a0b0c0d+BgECAw==\"}",
                "{\"fromSize\":2,\"toSize\":1,\"origin\":\"o\",\"vkey\":\"o+0a0b0c0d+BgECAw==\"}",
                "{\"fromSize\":2,\"toSize\":null,\"origin\":\"o\",\"vkey\":\"o+0a0b0c0d+BgECAw==\"}",
                "{\"fromSize\":2,\"x\":1,\"origin\":\"o\",\"vkey\":\"o+0a0b0c0d+BgECAw==\"}"
            })
    void otherLinesAreRefused(String line) {
        assertThatThrownBy(() -> parse(LINE + "\n" + line + "\n"))
                .isInstanceOf(KeyringFault.class)
                .hasMessageStartingWith("keyring line 2");
    }

    private static Keyring parse(String text) throws KeyringFault {
        return Keyring.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
