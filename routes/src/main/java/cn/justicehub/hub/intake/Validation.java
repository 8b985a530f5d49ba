package cn.justicehub.hub.intake;

import cn.justicehub.api.violation.Violation;
import java.util.List;

/** What the hub would have said to an act. */
public record Validation(List<Violation> violations, List<String> warnings) {

    static Validation of(Checks.Checked checked) {
        return new Validation(checked.violations(), checked.warnings());
    }
}
