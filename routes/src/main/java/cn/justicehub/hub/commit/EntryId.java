package cn.justicehub.hub.commit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a record: {@code <generation>-<leaf index>}.
 *
 * @param generation generation of the log, from 1
 * @param index leaf index in it, from 0
 */
public record EntryId(int generation, long index) implements Comparable<EntryId> {

    private static final int INDEX_BITS = 40;
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5})-(0|[1-9][0-9]{0,11})");

    /** Parses the external form; null when it is not one. */
    public static @Nullable EntryId parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? new EntryId(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)))
                : null;
    }

    /** The entry with this number, as the database keeps it. */
    public static EntryId ofNumber(long number) {
        return new EntryId((int) (number >>> INDEX_BITS), number & ((1L << INDEX_BITS) - 1));
    }

    /** One number that orders all records, whatever generation they are in. */
    public long number() {
        return ((long) generation << INDEX_BITS) | index;
    }

    @Override
    public int compareTo(EntryId other) {
        return Long.compare(number(), other.number());
    }

    @Override
    public String toString() {
        return generation + "-" + index;
    }
}
