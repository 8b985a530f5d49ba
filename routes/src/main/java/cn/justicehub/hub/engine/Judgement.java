package cn.justicehub.hub.engine;

import cn.justicehub.api.definition.ClockRule;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is said of duties that were met too late.
 *
 * @param flags flags that the exchange gets
 * @param late whether the sender of the act is told: whoever owed the duty is, not another who made it void
 */
record Judgement(Set<String> flags, boolean late) {

    static final Judgement NOTHING = new Judgement(Set.of(), false);

    Judgement {
        flags = Set.copyOf(flags);
    }

    /** The judgement of one clock whose act came too late. */
    static Judgement late(ClockRule rule, ClockState clock, String sender) {
        boolean flagged = rule.due() instanceof ClockRule.Due.Flag;
        Set<String> flags = flagged ? Set.of(((ClockRule.Due.Flag) rule.due()).name()) : Set.of();
        return new Judgement(flags, clock.owes().equals(sender));
    }

    Judgement and(Judgement other) {
        Set<String> all = new TreeSet<>(flags);
        all.addAll(other.flags);
        return new Judgement(all, late || other.late);
    }
}
