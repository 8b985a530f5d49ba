package cn.justicehub.api.definition;

import cn.justicehub.api.definition.Guard.Program;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A statutory time on an exchange, as data.
 *
 * @param name kebab-case name, unique in the type
 * @param titleZh what staff call it
 * @param owes the party whose duty it is
 * @param start what starts it
 * @param stop names of the acts that meet the duty or make it void; a clock that its own starting act stops, and one that
 *     counts {@link Start.Before}, is judged when that act is accepted
 * @param pause states during which it does not run
 * @param count how long it is
 * @param unless CEL condition over the starting act under which the clock does not exist, or null
 * @param due what happens when it lapses
 * @param ladder who is told, and when, while the duty is not met, in order
 * @param article the article it stands in
 * @param mark certainty mark A, B, C or H
 * @param validFrom first day on which a start uses this rule
 */
public record ClockRule(
        String name,
        String titleZh,
        String owes,
        Start start,
        Set<String> stop,
        Set<String> pause,
        Count count,
        @Nullable Program unless,
        Due due,
        List<Step> ladder,
        String article,
        String mark,
        LocalDate validFrom) {

    public ClockRule {
        stop = Set.copyOf(stop);
        pause = Set.copyOf(pause);
        ladder = List.copyOf(ladder);
    }

    /**
     * A step of the ladder by which a duty that is not met is brought before more and more people.
     *
     * @param base what it counts from
     * @param earlier whether the offset counts backwards
     * @param offset distance from the base, or null when it is the base itself
     * @param tell the party that is told, or {@link #BUREAU}
     * @param personZh who there it concerns, for staff, such as 经办人
     */
    public record Step(Base base, boolean earlier, @Nullable Count offset, String tell, String personZh) {

        /** The bureau itself: it has no inbox, but alarms. */
        public static final String BUREAU = "bureau";

        /** What a step counts from. */
        public enum Base {
            /** The clock's alarm, known from its start. */
            ALARM,
            /** Its due time, known once the duty's owner has what started it. */
            DUE
        }
    }

    /** What starts a clock. */
    public sealed interface Start {

        /** Acceptance of an act by the hub. */
        record Accepted(String act) implements Start {}

        /** Receipt of an act by the party it is owed to act on it: alarm counts from acceptance, due from receipt. */
        record Received(String act) implements Start {}

        /** Entry into a state. */
        record Entered(String state) implements Start {}

        /** A date (YYYY-MM-DD) in an act's payload; the day itself is not counted. */
        record PayloadDate(String act, String pointer) implements Start {}

        /** Counted backwards from a date or time in an act's payload: the act must be accepted no later than that. */
        record Before(String act, String pointer) implements Start {}
    }

    /** Unit of a count. */
    public enum Unit {
        HOURS,
        DAYS,
        WORKING_DAYS,
        MONTHS,
        YEARS
    }

    /** A length of statutory time; value is positive. */
    public record Count(int value, Unit unit) {}

    /** What the lapse of a clock does. */
    public sealed interface Due {

        /** Sets a flag on the exchange; for clocks judged at acceptance it is also the warning code E-LATE. */
        record Flag(String name) implements Due {}

        /** The hub does this act. */
        record HubAct(String act) implements Due {}
    }
}
