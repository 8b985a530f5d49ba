package cn.justicehub.hub.engine;

import cn.justicehub.api.definition.ClockRule;
import cn.justicehub.api.definition.ClockRule.Start;
import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.definition.GuardFault;
import cn.justicehub.api.definition.GuardInput;
import cn.justicehub.hub.time.BusinessClock;
import cn.justicehub.hub.time.Deadline;
import cn.justicehub.hub.time.Latest;
import cn.justicehub.hub.time.Pause;
import cn.justicehub.hub.time.Pauses;
import cn.justicehub.hub.time.StatutoryClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Starts, stops, pauses and times the clocks of an exchange: a pure function of what has happened. */
public final class ClockKeeper {

    /** Warning code of an act that came after its time. */
    public static final String LATE = "E-LATE";

    private final StatutoryClock statutory;

    public ClockKeeper(StatutoryClock statutory) {
        this.statutory = statutory;
    }

    /**
     * An act that has been decided.
     *
     * @param type the exchange's definition
     * @param before the exchange before it
     * @param after the exchange after it
     * @param request what was asked
     * @param receivedNow agencies that have the message as soon as it is committed
     * @param entry number of its record
     * @param at acceptance, epoch milliseconds
     */
    public record Happened(
            ExchangeType type,
            ExchangeState before,
            ExchangeState after,
            ActRequest request,
            Set<String> receivedNow,
            long entry,
            long at) {}

    /**
     * What an act does to the clocks.
     *
     * @param clocks clocks that are new or changed
     * @param flags flags to add
     * @param late whether the act's sender owed something before, and came after its time
     */
    public record Result(List<ClockState> clocks, Set<String> flags, boolean late) {}

    /** The clocks after an act. */
    public Result after(Happened happened, List<ClockState> clocks) {
        Turn turn = new Turn(happened, clocks);
        turn.stopAndPause();
        turn.start();
        return new Result(List.copyOf(turn.changed.values()), turn.flags, turn.late);
    }

    /** The clocks that counted on a message's receipt, once its receiver has it. */
    public List<ClockState> received(
            ExchangeType type, List<ClockState> clocks, long entry, String receiver, Instant receivedAt) {
        List<ClockState> timed = new ArrayList<>();
        for (ClockState clock : clocks) {
            ClockRule rule = type.clocks().get(clock.name());
            boolean waits = clock.startedEntry() == entry
                    && clock.receivedAt() == null
                    && clock.owes().equals(receiver);
            if (waits && rule != null && rule.start() instanceof Start.Received) {
                timed.add(retimed(clock, rule, receivedAt));
            }
        }
        return timed;
    }

    private ClockState retimed(ClockState clock, ClockRule rule, @Nullable Instant receivedAt) {
        Deadline deadline =
                statutory.compute(Instant.ofEpochMilli(clock.startedAt()), receivedAt, rule.count(), pauses(clock));
        return clock.timed(
                millis(deadline.alarmAt(), clock.alarmAt()),
                deadline.dueDate(),
                millis(deadline.dueAt()),
                receivedAt == null ? null : Long.valueOf(receivedAt.toEpochMilli()),
                deadline.provisional());
    }

    private static Pauses pauses(ClockState clock) {
        return new Pauses(clock.pauses().stream()
                .map(pause -> new Pause(Instant.ofEpochMilli(pause.from()), Instant.ofEpochMilli(pause.to())))
                .toList());
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : Long.valueOf(instant.toEpochMilli());
    }

    private static long millis(@Nullable Instant instant, long otherwise) {
        return instant == null ? otherwise : instant.toEpochMilli();
    }

    /** One act's passage over the clocks of its exchange. */
    private final class Turn {

        private final Happened happened;
        private final List<ClockState> clocks;
        private final Map<String, ClockState> changed = new LinkedHashMap<>();
        private final Set<String> flags = new TreeSet<>();
        private boolean late;

        Turn(Happened happened, List<ClockState> clocks) {
            this.happened = happened;
            this.clocks = clocks;
        }

        void stopAndPause() {
            for (ClockState clock : clocks) {
                ClockRule rule = happened.type().clocks().get(clock.name());
                if (rule != null && clock.running()) {
                    ClockState next = moved(clock, rule);
                    if (!next.equals(clock)) {
                        changed.put(clock.name() + "/" + clock.occurrence(), next);
                    }
                }
            }
        }

        private ClockState moved(ClockState clock, ClockRule rule) {
            if (rule.stop().contains(happened.request().act())
                    || happened.after().ended()) {
                return stopped(clock, rule);
            }
            boolean pausing = rule.pause().contains(happened.after().state());
            if (pausing && clock.pausedAt() == null) {
                return clock.paused(happened.at());
            }
            if (!pausing && clock.pausedAt() != null) {
                Long received = clock.receivedAt();
                return retimed(
                        clock.resumed(happened.at()), rule, received == null ? null : Instant.ofEpochMilli(received));
            }
            return clock;
        }

        /**
         * A duty met too late lapses in the same moment, even when nobody had said so before. Whether its act is told
         * that it is late must not depend on who was faster.
         */
        private ClockState stopped(ClockState clock, ClockRule rule) {
            boolean lapses = clock.lapsesBy(happened.at());
            if (rule.stop().contains(happened.request().act()) && (lapses || clock.lapsedAt() != null)) {
                judgeLate(clock, rule);
                return (lapses ? clock.lapsed(happened.at()) : clock).stopped(happened.at());
            }
            return clock.stopped(happened.at());
        }

        /** The flag tells of the duty; the warning goes to whoever owed it, not to another who made it void. */
        private void judgeLate(ClockState clock, ClockRule rule) {
            late |= clock.owes().equals(happened.request().sender().code());
            if (rule.due() instanceof ClockRule.Due.Flag flag) {
                flags.add(flag.name());
            }
        }

        void start() {
            for (ClockRule rule : happened.type().clocks().values()) {
                if (isValid(rule) && !excepted(rule)) {
                    ClockState started = started(rule);
                    if (started != null) {
                        changed.put(started.name() + "/" + started.occurrence(), started);
                    }
                }
            }
        }

        private boolean isValid(ClockRule rule) {
            LocalDate today = LocalDate.ofInstant(Instant.ofEpochMilli(happened.at()), BusinessClock.ZONE);
            return !today.isBefore(rule.validFrom());
        }

        private boolean excepted(ClockRule rule) {
            if (rule.unless() == null) {
                return false;
            }
            try {
                return rule.unless()
                        .holds(new GuardInput(
                                happened.request().payload(),
                                happened.before().state(),
                                happened.before().flags(),
                                happened.request().sender().toGuardVariable()));
            } catch (GuardFault fault) {
                return false;
            }
        }

        private @Nullable ClockState started(ClockRule rule) {
            String act = happened.request().act();
            if (rule.start() instanceof Start.Accepted start) {
                return start.act().equals(act) ? running(rule, Instant.ofEpochMilli(happened.at())) : null;
            }
            if (rule.start() instanceof Start.Received start) {
                return start.act().equals(act) ? running(rule, receivedNow(rule)) : null;
            }
            if (rule.start() instanceof Start.Entered start) {
                boolean entered = happened.after().state().equals(start.state())
                        && !happened.before().state().equals(start.state());
                return entered ? running(rule, Instant.ofEpochMilli(happened.at())) : null;
            }
            if (rule.start() instanceof Start.PayloadDate start) {
                return start.act().equals(act) ? fromDate(rule, date(start.pointer())) : null;
            }
            Start.Before start = (Start.Before) rule.start();
            return start.act().equals(act) ? beforeEvent(rule, start.pointer()) : null;
        }

        private @Nullable Instant receivedNow(ClockRule rule) {
            String owner = happened.after().parties().get(rule.owes());
            boolean has = owner != null && happened.receivedNow().contains(owner);
            return has ? Instant.ofEpochMilli(happened.at()) : null;
        }

        private ClockState running(ClockRule rule, @Nullable Instant receivedAt) {
            Deadline deadline =
                    statutory.compute(Instant.ofEpochMilli(happened.at()), receivedAt, rule.count(), Pauses.NONE);
            return clock(rule, deadline, receivedAt);
        }

        private ClockState clock(ClockRule rule, Deadline deadline, @Nullable Instant receivedAt) {
            return new ClockState(
                    happened.after().exchangeId(),
                    rule.name(),
                    occurrence(rule),
                    happened.after().parties().getOrDefault(rule.owes(), rule.owes()),
                    happened.entry(),
                    happened.at(),
                    millis(receivedAt),
                    millis(deadline.alarmAt(), happened.at()),
                    deadline.dueDate(),
                    millis(deadline.dueAt()),
                    deadline.provisional(),
                    null,
                    null,
                    null,
                    List.of());
        }

        private int occurrence(ClockRule rule) {
            return 1
                    + (int) clocks.stream()
                            .filter(clock -> clock.name().equals(rule.name()))
                            .count();
        }

        /** A duty that ran before the hub knew of it, such as telling within three days of discovery: judged at once. */
        private @Nullable ClockState fromDate(ClockRule rule, @Nullable LocalDate start) {
            if (start == null) {
                return null;
            }
            ClockState clock = clock(rule, statutory.fromDate(start, rule.count()), null);
            boolean metByThisAct = rule.stop().isEmpty()
                    || rule.stop().contains(happened.request().act());
            return metByThisAct ? judged(rule, clock) : clock;
        }

        private @Nullable ClockState beforeEvent(ClockRule rule, String pointer) {
            Latest latest = latest(rule, pointer);
            if (latest == null) {
                return null;
            }
            Deadline deadline = new Deadline(null, latest.at(), latest.date(), latest.at(), latest.provisional());
            return judged(rule, clock(rule, deadline, null));
        }

        private @Nullable Latest latest(ClockRule rule, String pointer) {
            Object value = Pointers.get(happened.request().payload(), pointer);
            if (!(value instanceof String text)) {
                return null;
            }
            return text.length() == 10
                    ? statutory.before(LocalDate.parse(text), rule.count())
                    : statutory.before(OffsetDateTime.parse(text).toInstant(), rule.count());
        }

        private ClockState judged(ClockRule rule, ClockState clock) {
            if (clock.lapsesBy(happened.at())) {
                judgeLate(clock, rule);
                return clock.lapsed(happened.at()).stopped(happened.at());
            }
            return clock.stopped(happened.at());
        }

        private @Nullable LocalDate date(String pointer) {
            Object value = Pointers.get(happened.request().payload(), pointer);
            return value instanceof String text ? LocalDate.parse(text) : null;
        }
    }
}
