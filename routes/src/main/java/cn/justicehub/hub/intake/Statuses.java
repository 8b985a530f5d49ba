package cn.justicehub.hub.intake;

import cn.justicehub.api.violation.Violation;
import cn.justicehub.hub.problem.Refusal;
import java.util.List;
import java.util.Set;

/** The HTTP status that a set of violations has together. */
final class Statuses {

    private static final Set<String> CONFLICTS = Set.of("E-STATE", "E-DUP", "E-SEQ");

    private Statuses() {}

    /** A refusal with all violations: 403 for E-AUTH, 404 for E-NOTFOUND, 409 when every one is a conflict, else 422. */
    static Refusal refuse(List<Violation> violations) {
        return Refusal.of(status(violations), violations);
    }

    private static int status(List<Violation> violations) {
        if (has(violations, "E-AUTH")) {
            return 403;
        }
        if (has(violations, "E-NOTFOUND")) {
            return 404;
        }
        return violations.stream().allMatch(v -> CONFLICTS.contains(v.code())) ? 409 : 422;
    }

    private static boolean has(List<Violation> violations, String code) {
        return violations.stream().anyMatch(v -> v.code().equals(code));
    }
}
