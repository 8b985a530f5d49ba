package cn.justicehub.api.violation;

import java.util.List;

/**
 * The outcome of checking a message: what refuses it, and what is merely recorded.
 *
 * @param violations reasons to refuse, in the order of the fields they name
 * @param warnings codes that do not refuse (such as {@code E-LATE}); they go into the record and the receipt
 */
public record Findings(List<Violation> violations, List<String> warnings) {

    public static final Findings NONE = new Findings(List.of(), List.of());

    public Findings {
        violations = List.copyOf(violations);
        warnings = List.copyOf(warnings);
    }
}
