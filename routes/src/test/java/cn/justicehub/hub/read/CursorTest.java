package cn.justicehub.hub.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.hub.problem.Refusal;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void text_and_place_are_one_to_one() {
        for (Cursor cursor : List.of(
                Cursor.after(0), Cursor.after((1L << 40) + 7), new Cursor(1_790_000_000_000L, "parked/1-7-firm-01"))) {
            assertThat(cursor.text()).matches("[0-9A-Za-z_-]{1,200}");
            assertThat(Cursor.read(cursor.text())).isEqualTo(cursor);
        }
        assertThat(Cursor.read(null)).isEqualTo(Cursor.START);
    }

    /** Not base64url, padded, another alphabet, no number, a leading zero, a sign, stray bits after the last byte. */
    @ParameterizedTest
    @ValueSource(strings = {"", "1-2", "MTI6=", "Og", "MDE6", "LTE6", "MTI7", "MTI6Cg", "MTI6YR"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> Cursor.read(text))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(400));
    }

    @Test
    void a_page_points_at_its_last_item_only_when_there_is_more() {
        List<Long> rows = LongStream.range(0, 3).boxed().toList();

        assertThat(Page.of(rows, 2, Cursor::after).items()).containsExactly(0L, 1L);
        assertThat(Page.of(rows, 2, Cursor::after).nextCursor())
                .isEqualTo(Cursor.after(1).text());
        assertThat(Page.of(rows, 3, Cursor::after).nextCursor()).isNull();
    }
}
