package cn.justicehub.api.format;

import java.util.List;

/**
 * What a format check says of one value.
 *
 * @param valid whether the value has the format
 * @param warnings codes that do not refuse; only a valid value has any
 */
public record Verdict(boolean valid, List<String> warnings) {

    public static final Verdict INVALID = new Verdict(false, List.of());
    public static final Verdict VALID = new Verdict(true, List.of());

    public Verdict {
        warnings = List.copyOf(warnings);
    }

    static Verdict of(boolean valid) {
        return valid ? VALID : INVALID;
    }

    static Verdict warningUnless(boolean known, String warning) {
        return known ? VALID : new Verdict(true, List.of(warning));
    }
}
