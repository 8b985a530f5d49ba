package cn.justicehub.hub.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One statutory time of one exchange. Instants are epoch milliseconds.
 *
 * @param exchangeId its exchange
 * @param name name of its rule in the exchange's definition
 * @param occurrence 1 for the first start in this exchange, then 2 …
 * @param owes agency code of the party whose duty it is
 * @param startedEntry number of the record that started it
 * @param startedAt acceptance of what started it
 * @param startDate the date of a payload it counts from, or of an extended one that it counts to; null when it counts
 *     from the act
 * @param receivedAt when the duty's owner had it, or null while that is not known or not needed
 * @param alarmAt when its owner is warned: unrolled, known from the start
 * @param dueDate last day on which the duty can be met, or null for hour clocks and while not received
 * @param dueAt first instant at which it is too late, or null while not received
 * @param provisional whether a year without a published calendar was needed
 * @param stoppedAt when the duty was met or fell away, or null
 * @param lapsedAt when the lapse was recorded, or null
 * @param pausedAt start of the present pause, or null
 * @param pauses past pauses
 * @param notReceivedAt when it was recorded that what started it had not reached its owner by the alarm, or null
 * @param ladder how far up its ladder it is
 */
public record ClockState(
        UUID exchangeId,
        String name,
        int occurrence,
        String owes,
        long startedEntry,
        long startedAt,
        @Nullable LocalDate startDate,
        @Nullable Long receivedAt,
        long alarmAt,
        @Nullable LocalDate dueDate,
        @Nullable Long dueAt,
        boolean provisional,
        @Nullable Long stoppedAt,
        @Nullable Long lapsedAt,
        @Nullable Long pausedAt,
        List<Pause> pauses,
        @Nullable Long notReceivedAt,
        Ladder ladder) {

    /**
     * The steps of a clock's ladder.
     *
     * @param done how many have been taken, or were over before the clock began
     * @param nextAt when the next one is to be taken, epoch milliseconds; null when there is none, or it is not known yet
     */
    public record Ladder(int done, @Nullable Long nextAt) {

        public static final Ladder NONE = new Ladder(0, null);
    }

    /** An interval during which a clock did not run; epoch milliseconds, end exclusive. */
    public record Pause(long from, long to) {}

    public ClockState {
        pauses = List.copyOf(pauses);
    }

    public boolean running() {
        return stoppedAt == null;
    }

    /** Whether the duty is overdue at an instant and nobody has said so yet. */
    public boolean lapsesBy(long at) {
        return running() && lapsedAt == null && pausedAt == null && dueAt != null && dueAt <= at;
    }

    /** Whether it gives its alarm by an instant, and nothing was recorded of what started it not having arrived. */
    public boolean alarmsBy(long at) {
        return running() && pausedAt == null && notReceivedAt == null && alarmAt <= at;
    }

    /** Whether the next step of its ladder is to be taken by an instant. */
    public boolean stepsBy(long at) {
        Long next = ladder.nextAt();
        return running() && pausedAt == null && next != null && next <= at;
    }

    /** The same clock, elsewhere on its ladder. */
    public ClockState on(Ladder now) {
        return new ClockState(
                exchangeId,
                name,
                occurrence,
                owes,
                startedEntry,
                startedAt,
                startDate,
                receivedAt,
                alarmAt,
                dueDate,
                dueAt,
                provisional,
                stoppedAt,
                lapsedAt,
                pausedAt,
                pauses,
                notReceivedAt,
                now);
    }

    /** Whether its time is over at an instant: then no pause gives it back. */
    public boolean overBy(long at) {
        return lapsedAt != null || (dueAt != null && dueAt <= at);
    }

    public ClockState stopped(long at) {
        return copy(alarmAt, dueDate, dueAt, receivedAt, provisional, at, lapsedAt, pausedAt, pauses, notReceivedAt);
    }

    public ClockState lapsed(long at) {
        return copy(alarmAt, dueDate, dueAt, receivedAt, provisional, stoppedAt, at, pausedAt, pauses, notReceivedAt);
    }

    public ClockState paused(long at) {
        return copy(alarmAt, dueDate, dueAt, receivedAt, provisional, stoppedAt, lapsedAt, at, pauses, notReceivedAt);
    }

    /** The clock runs again; its times must then be computed anew. */
    public ClockState resumed(long at) {
        List<Pause> all = new ArrayList<>(pauses);
        if (pausedAt != null && pausedAt < at) {
            all.add(new Pause(pausedAt, at));
        }
        return copy(alarmAt, dueDate, dueAt, receivedAt, provisional, stoppedAt, lapsedAt, null, all, notReceivedAt);
    }

    /** The clock after it was recorded that what started it had not reached its owner. */
    public ClockState notReceived(long at) {
        return copy(alarmAt, dueDate, dueAt, receivedAt, provisional, stoppedAt, lapsedAt, pausedAt, pauses, at);
    }

    /** The same clock with times computed anew. */
    public ClockState timed(
            long newAlarmAt,
            @Nullable LocalDate newDueDate,
            @Nullable Long newDueAt,
            @Nullable Long newReceivedAt,
            boolean nowProvisional) {
        return copy(
                newAlarmAt,
                newDueDate,
                newDueAt,
                newReceivedAt,
                nowProvisional,
                stoppedAt,
                lapsedAt,
                pausedAt,
                pauses,
                notReceivedAt);
    }

    /** The same clock, of which it was agreed that it runs until the end of a day. */
    public ClockState until(LocalDate day, long newAlarmAt, @Nullable LocalDate newDueDate, @Nullable Long newDueAt) {
        return new ClockState(
                exchangeId,
                name,
                occurrence,
                owes,
                startedEntry,
                startedAt,
                day,
                receivedAt,
                newAlarmAt,
                newDueDate,
                newDueAt,
                provisional,
                stoppedAt,
                lapsedAt,
                pausedAt,
                pauses,
                notReceivedAt,
                ladder);
    }

    private ClockState copy(
            long alarm,
            @Nullable LocalDate date,
            @Nullable Long due,
            @Nullable Long received,
            boolean isProvisional,
            @Nullable Long stopped,
            @Nullable Long lapsed,
            @Nullable Long pausedSince,
            List<Pause> allPauses,
            @Nullable Long unreceived) {
        return new ClockState(
                exchangeId,
                name,
                occurrence,
                owes,
                startedEntry,
                startedAt,
                startDate,
                received,
                alarm,
                date,
                due,
                isProvisional,
                stopped,
                lapsed,
                pausedSince,
                allPauses,
                unreceived,
                ladder);
    }
}
