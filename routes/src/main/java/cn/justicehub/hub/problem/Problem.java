package cn.justicehub.hub.problem;

import cn.justicehub.api.violation.Violation;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457) before it is written. Carries no value of the request, no personal data and no trace.
 *
 * @param status HTTP status
 * @param title the status in words, the same for all problems of that status
 * @param violations every reason, the first of which names the problem's type; never empty
 * @param retryAfter when the same request may succeed, or null
 */
public record Problem(
        int status,
        String title,
        List<Violation> violations,
        @Nullable Duration retryAfter) {

    private static final String TYPE = "urn:justicehub:problem:";

    public Problem {
        violations = List.copyOf(violations);
    }

    public String type() {
        return TYPE + violations.get(0).code();
    }

    public String detail() {
        return violations.get(0).message();
    }
}
