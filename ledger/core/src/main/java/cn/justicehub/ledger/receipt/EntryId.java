package cn.justicehub.ledger.receipt;

import cn.justicehub.ledger.text.Spelling;
import java.util.Optional;

/**
 * The public number of a message: {@code <generation>-<leaf index>}.
 *
 * @param generation of the log, counted from 1
 * @param index of the leaf, counted from 0
 */
public record EntryId(long generation, long index) {

    /** Refuses negative numbers. */
    public EntryId {
        if (generation < 1 || index < 0) {
            throw new IllegalArgumentException("no entry id");
        }
    }

    /** The text form. */
    public String text() {
        return generation + "-" + index;
    }

    /** Reads the text form; empty for any other spelling. */
    public static Optional<EntryId> parse(String text) {
        int dash = text.indexOf('-');
        long generation = dash < 0 ? -1 : Spelling.decimal(text.substring(0, dash));
        long index = dash < 0 ? -1 : Spelling.decimal(text.substring(dash + 1));
        return generation < 1 || index < 0 ? Optional.empty() : Optional.of(new EntryId(generation, index));
    }
}
