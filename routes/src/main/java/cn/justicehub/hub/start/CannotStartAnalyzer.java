package cn.justicehub.hub.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator why the hub did not start, without a stack trace. */
final class CannotStartAnalyzer extends AbstractFailureAnalyzer<CannotStartException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, CannotStartException cause) {
        String reasons = String.join("\n  - ", cause.reasons());
        return new FailureAnalysis("The hub does not start:\n  - " + reasons, null, cause);
    }
}
