package cn.justicehub.hub.engine;

import cn.justicehub.api.definition.ClockRule;
import cn.justicehub.api.definition.ClockRule.Start;
import cn.justicehub.api.definition.Guard;
import cn.justicehub.api.definition.GuardFault;
import cn.justicehub.api.definition.GuardInput;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An act as that which starts clocks.
 *
 * @param request what is asked
 * @param before the exchange before it
 * @param into the state after it
 */
record StartingAct(ActRequest request, ExchangeState before, String into) {

    /** Whether it starts this clock, its exception apart. */
    boolean starts(ClockRule rule) {
        if (rule.start() instanceof Start.Accepted start) {
            return start.act().equals(request.act());
        }
        if (rule.start() instanceof Start.Received start) {
            return start.act().equals(request.act());
        }
        if (rule.start() instanceof Start.Entered start) {
            return into.equals(start.state()) && !before.state().equals(start.state());
        }
        if (rule.start() instanceof Start.PayloadDate start) {
            return start.act().equals(request.act()) && find(start.pointer()) != null;
        }
        Start.Before start = (Start.Before) rule.start();
        return start.act().equals(request.act()) && find(start.pointer()) != null;
    }

    /** Whether the rule's exception holds. One that cannot be told is none here: such an act is refused before. */
    boolean excepted(ClockRule rule) {
        try {
            return holds(rule);
        } catch (GuardFault fault) {
            return false;
        }
    }

    /** Whether the act starts this clock unless its exception holds, and that cannot be told. */
    boolean leavesOpen(ClockRule rule) {
        if (!starts(rule)) {
            return false;
        }
        try {
            holds(rule);
            return false;
        } catch (GuardFault fault) {
            return true;
        }
    }

    private boolean holds(ClockRule rule) throws GuardFault {
        Guard.Program unless = rule.unless();
        return unless != null
                && unless.holds(new GuardInput(
                        request.payload(),
                        before.state(),
                        before.flags(),
                        request.sender().toGuardVariable()));
    }

    /** A date of the payload that is there. */
    LocalDate date(String pointer) {
        return LocalDate.parse(text(pointer));
    }

    /** A text of the payload that is there. */
    String text(String pointer) {
        return Objects.requireNonNull(find(pointer), pointer);
    }

    private @Nullable String find(String pointer) {
        return Pointers.get(request.payload(), pointer) instanceof String text ? text : null;
    }
}
