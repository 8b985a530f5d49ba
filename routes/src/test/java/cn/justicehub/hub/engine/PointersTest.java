package cn.justicehub.hub.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointersTest {

    /** The document of RFC 6901 §5, as far as payloads can hold it. */
    private static final Map<String, Object> RFC = Map.of(
            "foo", List.of("bar", "baz"), "", 0L, "a/b", 1L, "c%d", 2L, "e^f", 3L, "k\"l", 6L, " ", 7L, "m~n", 8L);

    @ParameterizedTest
    @CsvSource({
        "/foo/0,  bar",
        "/foo/1,  baz",
        "/,       0",
        "/a~1b,   1",
        "/c%d,    2",
        "/e^f,    3",
        "'/k\"l', 6",
        "'/ ',    7",
        "/m~0n,   8"
    })
    void findsWhatTheStandardFinds(String pointer, String value) {
        assertThat(Pointers.get(RFC, pointer)).hasToString(value);
    }

    @Test
    void theEmptyPointerIsTheWhole() {
        assertThat(Pointers.get(RFC, "")).isSameAs(RFC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/none", "/foo/2", "/foo/-", "/foo/01", "/foo/x", "/foo/-1", "/foo/9999999999", "/a~1b/c"})
    void nullWhereThereIsNothing(String pointer) {
        assertThat(Pointers.get(RFC, pointer)).isNull();
    }

    @Test
    void unescapesTildeLast() {
        assertThat(Pointers.get(Map.of("~1", "found"), "/~01")).isEqualTo("found");
    }

    @Test
    void nothingInNothing() {
        assertThat(Pointers.get(null, "/a")).isNull();
    }
}
