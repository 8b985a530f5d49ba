package cn.justicehub.ledger.receipt;

import cn.justicehub.ledger.merkle.TreeHash;
import cn.justicehub.ledger.text.Spelling;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The origin {@code <name>/log/<generation>} of a log; that of its SM3 tree ends in {@code /sm3}.
 *
 * @param name configured once, never host:port
 * @param generation counted from 1; a recovery opens the next
 */
public record LogOrigin(String name, long generation) {

    private static final Pattern FORM = Pattern.compile("([^\\s+]+)/log/([1-9][0-9]*)(/sm3)?");

    /** Refuses names that a key could not have. */
    public LogOrigin {
        if (generation < 1 || !FORM.matcher(name + "/log/" + generation).matches()) {
            throw new IllegalArgumentException("no origin");
        }
    }

    /** The origin line of the tree under one of the hashes. */
    public String text(TreeHash hash) {
        String main = name + "/log/" + generation;
        return hash == TreeHash.SHA256 ? main : main + "/sm3";
    }

    /** Reads the origin line of the tree under one of the hashes; empty when it is none. */
    public static Optional<LogOrigin> parse(String text, TreeHash hash) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || (form.group(3) != null) != (hash == TreeHash.SM3)) {
            return Optional.empty();
        }
        long generation = Spelling.decimal(form.group(2));
        return generation < 1 ? Optional.empty() : Optional.of(new LogOrigin(form.group(1), generation));
    }
}
