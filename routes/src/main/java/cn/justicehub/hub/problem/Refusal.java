package cn.justicehub.hub.problem;

import cn.justicehub.api.violation.Violation;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hub does not do what was asked, and nothing has changed. Becomes a problem document; carries no personal data
 * and no stack trace.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<Violation> violations;
    private final transient @Nullable Duration retryAfter;

    private Refusal(int status, List<Violation> violations, @Nullable Duration retryAfter) {
        super(violations.isEmpty() ? "HTTP " + status : violations.get(0).message(), null, false, false);
        this.status = status;
        this.violations = List.copyOf(violations);
        this.retryAfter = retryAfter;
    }

    /**
     * A refusal with all its reasons.
     *
     * @param status HTTP status, 4xx or 503
     */
    public static Refusal of(int status, List<Violation> violations) {
        return new Refusal(status, violations, null);
    }

    public static Refusal of(int status, String code, String field, String messageZh, String message) {
        return of(status, List.of(Violation.of(code, field, messageZh, message)));
    }

    /** 503 with E-UNAVAIL: the same bytes may succeed after this time. */
    public static Refusal unavailable(String messageZh, String message, Duration retryAfter) {
        Violation violation = new Violation("E-UNAVAIL", "", messageZh, message, true, null);
        return new Refusal(503, List.of(violation), retryAfter);
    }

    /** 429 with E-UNAVAIL: the caller alone asks too much at once; the same request may succeed after this time. */
    public static Refusal tooMany(String messageZh, String message, Duration retryAfter) {
        Violation violation = new Violation("E-UNAVAIL", "", messageZh, message, true, null);
        return new Refusal(429, List.of(violation), retryAfter);
    }

    /** 404 with E-NOTFOUND: it does not exist, or is not for the caller to see; the two look alike. */
    public static Refusal notFound() {
        return of(404, "E-NOTFOUND", "", "未找到该事项", "not found");
    }

    public int status() {
        return status;
    }

    public List<Violation> violations() {
        return violations;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
