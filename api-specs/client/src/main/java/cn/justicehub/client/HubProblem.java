package cn.justicehub.client;

import cn.justicehub.client.model.Problem;
import cn.justicehub.client.model.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The hub refused a request, or could not take it now. */
public final class HubProblem extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient @Nullable Problem problem;
    private final @Nullable Duration retryAfter;

    HubProblem(int status, @Nullable Problem problem, @Nullable Duration retryAfter) {
        super("HTTP " + status + (problem == null ? "" : " " + problem.getTitle()));
        this.status = status;
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    /** HTTP status, 400 or above. */
    public int status() {
        return status;
    }

    /** The problem document; empty when something other than the hub answered. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    /** Every reason; empty when the hub named none. */
    public List<Violation> violations() {
        return problem().map(Problem::getViolations).map(List::copyOf).orElse(List.of());
    }

    /** How long to wait before the same request is sent again, when the hub said so. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
