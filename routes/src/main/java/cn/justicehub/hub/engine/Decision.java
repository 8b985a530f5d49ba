package cn.justicehub.hub.engine;

import cn.justicehub.api.violation.Violation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an act means for an exchange.
 *
 * @param violations all reasons to refuse it; empty when it is accepted
 * @param warnings codes that go into the record and the receipt
 * @param after the exchange after the act, or null when refused
 * @param receivers codes of the agencies that get the message
 */
public record Decision(
        List<Violation> violations,
        List<String> warnings,
        @Nullable ExchangeState after,
        Set<String> receivers) {

    public Decision {
        violations = List.copyOf(violations);
        warnings = List.copyOf(warnings);
        receivers = Set.copyOf(receivers);
    }

    public boolean refused() {
        return !violations.isEmpty();
    }
}
