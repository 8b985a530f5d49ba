package cn.justicehub.hub.web;

import cn.justicehub.api.server.model.Validation;
import cn.justicehub.api.server.model.Violation;

/** A dry run's outcome as the API tells it. */
final class Validations {

    private Validations() {}

    static Validation view(cn.justicehub.hub.intake.Validation outcome) {
        return new Validation(
                outcome.violations().isEmpty(),
                outcome.violations().stream().map(Validations::violation).toList(),
                outcome.warnings());
    }

    private static Violation violation(cn.justicehub.api.violation.Violation violation) {
        return new Violation(
                        violation.code(),
                        violation.field(),
                        violation.messageZh(),
                        violation.message(),
                        violation.retryable())
                .redirectOrg(violation.redirectOrg());
    }
}
