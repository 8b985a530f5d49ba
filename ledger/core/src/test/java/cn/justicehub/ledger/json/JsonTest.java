package cn.justicehub.ledger.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.justicehub.ledger.json.JsonFault.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void readsEveryKindOfValue() throws JsonFault {
        Json read = parse(
                " {\"a\":[1,-2,0,9007199254740991],\r\n\t\"b\":{\"c\":true,\"d\":false},\"e\":null,\"f\":\"x\"} ");
        Map<String, @Nullable Object> expected = new HashMap<>();
        expected.put("a", List.of(1L, -2L, 0L, 9007199254740991L));
        expected.put("b", Map.of("c", true, "d", false));
        expected.put("e", null);
        expected.put("f", "x");
        assertThat(read.toJava()).isEqualTo(expected);
        assertThat(Json.fromJava(expected)).isEqualTo(read);
    }

    @Test
    void keepsTheOrderOfMembers() throws JsonFault {
        JsonObject object = (JsonObject) parse("{\"z\":1,\"a\":2,\"m\":3}");
        assertThat(object.members().keySet()).containsExactly("z", "a", "m");
        assertThat(object.without("a").members().keySet()).containsExactly("z", "m");
        assertThat(object.get("none")).isNull();
        assertThat(object.with("a", JsonNull.NULL).members().keySet()).containsExactly("z", "a", "m");
    }

    @Test
    void readsEscapesAndPlainTextAlike() throws JsonFault {
        String escaped = "\"\\u4e2d\\u6587 \\ud83d\\ude00 \\\"\\\\\\/\\b\\f\\n\\r\\t\\u0000 tail\\\\\"";
        assertThat(parse(escaped)).isEqualTo(new JsonString("中文 😀 \"\\/\b\f\n\r\t\0 tail\\"));
        assertThat(parse("[\"a\\\"b\",\"中文 😀\",\"\"]").toJava()).isEqualTo(List.of("a\"b", "中文 😀", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[",
                "]",
                "[1",
                "[1,",
                "[1,]",
                "[,1]",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{1:1}",
                "\"",
                "\"a",
                "\"\\",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"\\\"",
                "tru",
                "True",
                "nul",
                "nan",
                "NaN",
                "Infinity",
                "+1",
                "01",
                "-",
                "-a",
                ".5",
                "1 2",
                "1,",
                "{} {}",
                "[1]x",
                "/*c*/1",
                "\"a\nb\"",
                "\"a\tb\"",
                "\"\\n\u0001\"",
                "1x",
                "--1",
                "-01",
                "\u00a01",
                "\"\\u\"",
                "[1}"
            })
    void refusesWhatIsNotJson(String text) {
        assertThat(fault(text).kind()).isEqualTo(Kind.SYNTAX);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, NOT_INTEGER",
        "1e3, NOT_INTEGER",
        "1E+2, NOT_INTEGER",
        "-0, NOT_INTEGER",
        "0.5, NOT_INTEGER",
        "-1.5e-3, NOT_INTEGER",
        "9007199254740992, NUMBER_RANGE",
        "-9007199254740992, NUMBER_RANGE",
        "9223372036854775808, NUMBER_RANGE",
        "18446744073709551615, NUMBER_RANGE",
        "100000000000000000000000000000000, NUMBER_RANGE"
    })
    void refusesNumbersThatAreNoIntegersWithinRange(String text, Kind kind) {
        assertThat(fault(text).kind()).isEqualTo(kind);
        assertThat(fault("{\"a\":[" + text + "]}").offset()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\":1,\"b\":2,\"a\":3}", "{\"a\":1,\"\\u0061\":1}", "[{\"x\":{\"中\":1,\"\\u4e2d\":2}}]"})
    void refusesNamesGivenTwice(String text) {
        assertThat(fault(text).kind()).isEqualTo(Kind.DUPLICATE_KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c0af",
                "c1bf",
                "e08080",
                "eda080",
                "edbfbf",
                "f0808080",
                "f4908080",
                "f5808080",
                "80",
                "bf",
                "c2",
                "e4b8",
                "f09f98",
                "c228",
                "e42828",
                "ff",
                "fe"
            })
    void refusesMalformedUtf8(String hex) {
        byte[] bytes = HexFormat.of().parseHex("22" + hex + "22");
        JsonFault fault = assertThrows(JsonFault.class, () -> Json.parse(bytes));
        assertThat(fault.kind()).isEqualTo(Kind.NOT_UTF8);
        assertThat(fault.offset()).isEqualTo(1);
    }

    @Test
    void refusesAByteOrderMark() {
        assertThat(fault("\ufeff{}").kind()).isEqualTo(Kind.NOT_UTF8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\ud800\"",
                "\"\\udc00\"",
                "\"\\ud800x\"",
                "\"\\ud800\\ud800\"",
                "\"\\udc00\\ud800\"",
                "{\"\\ud83d\":1}"
            })
    void refusesLoneSurrogates(String text) {
        assertThat(fault(text).kind()).isEqualTo(Kind.LONE_SURROGATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\ufffe\"", "\"\uffff\"", "\"\\ufdd0\"", "\"\\ud83f\\udfff\""})
    void refusesNoncharacters(String text) {
        assertThat(fault(text).kind()).isEqualTo(Kind.NONCHARACTER);
    }

    @Test
    void limitsDepthAndNeverOverflows() throws JsonFault {
        assertThat(parse("[".repeat(64) + "]".repeat(64))).isInstanceOf(JsonArray.class);
        assertThat(fault("[".repeat(65) + "]".repeat(65)).kind()).isEqualTo(Kind.TOO_DEEP);
        assertThat(fault("[".repeat(10_000)).kind()).isEqualTo(Kind.TOO_DEEP);
        assertThat(fault("{\"a\":".repeat(10_000)).kind()).isEqualTo(Kind.TOO_DEEP);
        byte[] largest = ("[".repeat(512) + "]".repeat(512)).getBytes(StandardCharsets.UTF_8);
        assertThat(Json.parse(largest, 512)).isInstanceOf(JsonArray.class);
        assertThat(Json.parse("7".getBytes(StandardCharsets.UTF_8), 0)).isEqualTo(new JsonNumber(7));
        assertThat(assertThrows(JsonFault.class, () -> Json.parse("[]".getBytes(StandardCharsets.UTF_8), 0))
                        .kind())
                .isEqualTo(Kind.TOO_DEEP);
        assertThatThrownBy(() -> Json.parse(largest, 513)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyTruncationIsRefused() throws JsonFault {
        byte[] whole = "{\"a\":[1,true,null,\"中\\u4e2d\"],\"b\":{}}".getBytes(StandardCharsets.UTF_8);
        Json.parse(whole);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThrows(JsonFault.class, () -> Json.parse(part));
        }
    }

    @Test
    void faultsSayNothingOfTheText() {
        assertThat(fault("{\"secret\":\"6901\",\"secret\":1}")).hasMessageNotContaining("secret");
    }

    @Test
    void valuesOutsideTheProfileCannotBeMade() {
        assertThatThrownBy(() -> new JsonNumber(1L << 53)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new JsonString("\ud800")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JsonObject.of("\udc00", JsonNull.NULL)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.fromJava(1.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JsonObject.builder().put("a", 1).put("a", 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void valuesDoNotChangeWithWhatTheyWereMadeOf() {
        Map<String, Json> members = new HashMap<>(Map.of("a", JsonNull.NULL));
        JsonObject object = new JsonObject(members);
        members.clear();
        assertThat(object.get("a")).isEqualTo(JsonNull.NULL);
        assertThatThrownBy(() -> object.members().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static Json parse(String text) throws JsonFault {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonFault fault(String text) {
        return catchThrowableOfType(JsonFault.class, () -> parse(text));
    }
}
