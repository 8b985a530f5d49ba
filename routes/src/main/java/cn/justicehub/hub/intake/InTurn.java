package cn.justicehub.hub.intake;

import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.share.Turns;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * The steps that keep a processor busy, agency by agency in turn. Nothing in them waits for anybody, so that a few at once
 * use all processors; more would only take time from the committer, for which everybody waits.
 */
@Component
final class InTurn {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Checks checks;
    private final Preparer preparer;
    private final Turns turns = new Turns(
            Runtime.getRuntime().availableProcessors() + 1,
            LONGEST,
            () -> Refusal.unavailable("枢纽繁忙，请用同一报文编号重试", "the hub is busy; repeat with the same messageId", RETRY));

    InTurn(Checks checks, Preparer preparer) {
        this.checks = checks;
        this.preparer = preparer;
    }

    /** As {@link Checks#check}. */
    Checks.Checked check(Admitted admitted) {
        return turns.within(admitted.sender().code(), () -> checks.check(admitted));
    }

    /** As {@link Checks#require}. */
    Checks.Checked require(Admitted admitted) {
        return turns.within(admitted.sender().code(), () -> checks.require(admitted));
    }

    /** As {@link Preparer#prepare}. */
    ActEntry prepare(Checks.Checked checked) {
        return turns.within(checked.admitted().sender().code(), () -> preparer.prepare(checked));
    }
}
