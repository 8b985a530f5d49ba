package cn.justicehub.ledger.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JcsTest {

    /** RFC 8785 §3.2.3: names sorted by UTF-16 code units, so that U+1F600 (a surrogate pair) comes before U+FB33. */
    @Test
    void sortsAsRfc8785() throws JsonFault {
        String input =
                "{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew Letter Dalet With Dagesh\","
                        + "\"1\":\"One\",\"\\ud83d\\ude00\":\"Emoji: Grinning Face\",\"\\u0080\":\"Control\","
                        + "\"\\u00f6\":\"Latin Small Letter O With Diaeresis\"}";
        assertThat(canonical(input))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    /** RFC 8785 §3.2.2: the string and the literals of its sample, whose numbers the profile does not hold. */
    @Test
    void writesStringsAndLiteralsAsRfc8785() throws JsonFault {
        String input =
                "{\"string\":\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\",\"literals\":[null, true, false]}";
        assertThat(canonical(input))
                .isEqualTo("{\"literals\":[null,true,false],\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void writesEachControlCharacterInItsShortestForm() {
        assertThat(text(new JsonString("\0\u0001\b\t\n\u000b\f\r\u001f\u007f/")))
                .isEqualTo("\"\\u0000\\u0001\\b\\t\\n\\u000b\\f\\r\\u001f\u007f/\"");
    }

    @Test
    void writesWholeNumbersInFull() {
        Json numbers = Json.fromJava(List.of(0, -1, 9007199254740991L, -9007199254740991L));
        assertThat(text(numbers)).isEqualTo("[0,-1,9007199254740991,-9007199254740991]");
    }

    @Test
    void sortsAtEveryDepthAndKeepsArrays() throws JsonFault {
        assertThat(canonical("{ \"b\" : [ { \"z\" : 1 , \"a\" : { } } , [ ] ] , \"\" : 2 }"))
                .isEqualTo("{\"\":2,\"b\":[{\"a\":{},\"z\":1},[]]}");
    }

    @Property(tries = 300)
    void readingTheCanonicalFormGivesTheValueBack(@ForAll("values") Json value) throws JsonFault {
        byte[] canonical = Jcs.encode(value);
        Json back = Json.parse(canonical);
        assertThat(back).isEqualTo(value);
        assertThat(Jcs.encode(back)).isEqualTo(canonical);
    }

    @Property(tries = 300)
    void javaValuesGiveTheValueBack(@ForAll("values") Json value) {
        assertThat(Json.fromJava(value.toJava())).isEqualTo(value);
    }

    @Provide
    Arbitrary<Json> values() {
        return Arbitraries.lazyOf(
                () -> text().map(JsonString::new),
                () -> Arbitraries.longs()
                        .between(-JsonNumber.LARGEST, JsonNumber.LARGEST)
                        .map(JsonNumber::new),
                () -> Arbitraries.of(JsonBool.TRUE, JsonBool.FALSE, JsonNull.NULL),
                () -> values().list().ofMaxSize(3).map(JsonArray::new),
                () -> Arbitraries.maps(text(), values()).ofMaxSize(3).map(JcsTest::object));
    }

    private static Json object(Map<String, Json> members) {
        return new JsonObject(members);
    }

    private static Arbitrary<String> text() {
        return Arbitraries.strings()
                .withCharRange('\0', '\uffff')
                .ofMaxLength(12)
                .filter(text -> JsonText.fault(text) == null);
    }

    private static String canonical(String input) throws JsonFault {
        return text(Json.parse(input.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Json value) {
        return new String(Jcs.encode(value), StandardCharsets.UTF_8);
    }
}
