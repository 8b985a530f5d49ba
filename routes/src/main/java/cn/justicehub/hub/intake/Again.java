package cn.justicehub.hub.intake;

import cn.justicehub.api.definition.Identity;
import cn.justicehub.hub.commit.Effect;
import cn.justicehub.hub.commit.Entry;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.read.Exchanges;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What becomes of an opening act that found its exchange open. */
@Component
final class Again {

    private final Preparer preparer;
    private final Exchanges exchanges;

    Again(Preparer preparer, Exchanges exchanges) {
        this.preparer = preparer;
        this.exchanges = exchanges;
    }

    /** What to commit instead of what was refused, or null when it stays refused. */
    @Nullable
    Entry instead(Checks.Checked checked, ActEntry refused, Refusal refusal) {
        Effect.Keys keys = refused.opens();
        if (keys == null || !mayComeAgain(checked) || !isDuplicate(refusal)) {
            return null;
        }
        UUID open = exchanges.openWith(refused.type().name(), keys.businessKeys());
        return open == null ? null : preparer.prepareAgain(checked, open);
    }

    private static boolean mayComeAgain(Checks.Checked checked) {
        Identity identity = checked.admitted().type().identity();
        return identity.same() != Identity.Again.REFUSE || identity.changed() != Identity.Again.REFUSE;
    }

    private static boolean isDuplicate(Refusal refusal) {
        return refusal.violations().stream()
                .anyMatch(violation -> violation.code().equals(AgainEntry.DUPLICATE)
                        && violation.field().equals("/payload"));
    }
}
