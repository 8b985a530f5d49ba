package cn.justicehub.hub.commit;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryIdTest {

    private static final long MOST = (1L << 40) - 1;

    @Property
    void textAndNumberAreEachOthersInverse(
            @ForAll @IntRange(min = 1, max = 999_999) int generation,
            @ForAll @LongRange(max = 999_999_999_999L) long index) {
        EntryId entry = new EntryId(generation, index);

        assertThat(EntryId.parse(entry.toString())).isEqualTo(entry);
        assertThat(EntryId.ofNumber(entry.number())).isEqualTo(entry);
        assertThat(entry.number()).isPositive();
    }

    @Property
    void numbersOrderAllGenerations(
            @ForAll @IntRange(min = 1, max = 999_999) int one,
            @ForAll @LongRange(max = MOST) long oneIndex,
            @ForAll @IntRange(min = 1, max = 999_999) int other,
            @ForAll @LongRange(max = MOST) long otherIndex) {
        int expected = one == other ? Long.compare(oneIndex, otherIndex) : Integer.compare(one, other);

        assertThat(new EntryId(one, oneIndex).compareTo(new EntryId(other, otherIndex)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1-", "-1", "0-1", "01-1", "1-01", "1--1", "+1-1", "1-1 ", "1-1-firm-01", "１-1"})
    void otherSpellingsAreNone(String text) {
        assertThat(EntryId.parse(text)).isNull();
    }
}
