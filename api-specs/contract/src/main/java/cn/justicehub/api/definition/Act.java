package cn.justicehub.api.definition;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be done in an exchange.
 *
 * @param name kebab-case name, the path segment of the API
 * @param titleZh what staff call it
 * @param exchangeCode the code of the domain's exchange table, such as {@code EX-01}
 * @param by names of the parties that may do it, or {@code hub} alone
 * @param to names of the parties that see and get it; nobody by default
 * @param from when it may be done
 * @param into the state that follows
 * @param person whether a person must act: a message without {@code actor} is refused
 * @param notBy name of an act whose actor may not be this act's actor (second approver), or null
 * @param when guards, all of which are evaluated so that all violations are told at once
 * @param flag a flag it sets on the exchange, or null
 * @param releases names of the bound parties that leave their place with it: nothing after it reaches them
 * @param payload check of the act's payload
 * @param flagByCode a flag it sets by a code of its payload, or null
 * @param quorum whether everyone in {@link #by} has to do it, with the same payload, before it takes effect
 * @param extension clocks that it extends, or null
 */
public record Act(
        String name,
        String titleZh,
        String exchangeCode,
        Set<String> by,
        Set<String> to,
        From from,
        Into into,
        boolean person,
        @Nullable String notBy,
        List<Guard> when,
        @Nullable String flag,
        Set<String> releases,
        PayloadCheck payload,
        @Nullable FlagByCode flagByCode,
        boolean quorum,
        @Nullable Extension extension) {

    /** The name in {@link #by} of acts that only the hub itself does. */
    public static final String HUB = "hub";

    public Act {
        by = Set.copyOf(by);
        to = Set.copyOf(to);
        when = List.copyOf(when);
        releases = Set.copyOf(releases);
    }

    /** An act that sets no flag by a code, needs nobody's concurrence and extends no clock. */
    public Act(
            String name,
            String titleZh,
            String exchangeCode,
            Set<String> by,
            Set<String> to,
            From from,
            Into into,
            boolean person,
            @Nullable String notBy,
            List<Guard> when,
            @Nullable String flag,
            Set<String> releases,
            PayloadCheck payload) {
        this(
                name,
                titleZh,
                exchangeCode,
                by,
                to,
                from,
                into,
                person,
                notBy,
                when,
                flag,
                releases,
                payload,
                null,
                false,
                null);
    }

    /** The flag that a code in the payload selects; every code of the list has one. */
    public record FlagByCode(String pointer, Map<String, String> flags) {
        public FlagByCode {
            flags = Map.copyOf(flags);
        }
    }

    /**
     * Running clocks whose last day becomes a date of the payload.
     *
     * @param clocks names of the clocks; those that do not run stay as they are
     * @param until pointer to the new last day, YYYY-MM-DD
     */
    public record Extension(Set<String> clocks, String until) {
        public Extension {
            clocks = Set.copyOf(clocks);
        }
    }

    public boolean opens() {
        return from instanceof From.Opening;
    }
}
