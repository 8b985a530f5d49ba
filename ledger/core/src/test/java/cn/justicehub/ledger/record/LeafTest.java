package cn.justicehub.ledger.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeafTest {
    private static final String ZEROS = "0".repeat(64);
    private static final String TEXT =
            "{\"at\":1795570260000,\"sha256\":\"" + ZEROS + "\",\"sm3\":\"" + ZEROS + "\",\"v\":1}";

    @Test
    void hasExactlyTheseBytes() throws RecordFault {
        Leaf leaf = new Leaf(1_795_570_260_000L, new byte[32], new byte[32]);
        assertThat(new String(leaf.bytes(), StandardCharsets.UTF_8)).isEqualTo(TEXT);
        assertThat(parse(TEXT)).isEqualTo(leaf);
    }

    @Test
    void otherBytesAreRefused() {
        for (String wrong : List.of(
                "",
                "[]",
                TEXT + " ",
                TEXT.replace(":1}", ":2}"),
                TEXT.replace(":1}", ":\"1\"}"),
                TEXT.replace(":1}", ":1,\"x\":1}"),
                TEXT.replace(",\"v\":1", ""),
                TEXT.replace("1795570260000", "-1"),
                TEXT.replace("1795570260000", "\"1795570260000\""),
                TEXT.replace(ZEROS, ZEROS.substring(2)),
                TEXT.replace(ZEROS, ZEROS.replace('0', 'A')),
                TEXT.replace("\"v\":1}", "\"v\": 1}"),
                "{\"v\":1," + TEXT.substring(1).replace(",\"v\":1", ""))) {
            assertThatThrownBy(() -> parse(wrong)).as(wrong).isInstanceOf(RecordFault.class);
        }
    }

    private static Leaf parse(String text) throws RecordFault {
        return Leaf.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
