package cn.justicehub.hub.engine;

import cn.justicehub.api.definition.ClockRule;
import cn.justicehub.api.definition.ClockRule.Count;
import cn.justicehub.api.definition.ClockRule.Start;
import cn.justicehub.hub.time.BusinessClock;
import cn.justicehub.hub.time.Deadline;
import cn.justicehub.hub.time.Latest;
import cn.justicehub.hub.time.Pause;
import cn.justicehub.hub.time.Pauses;
import cn.justicehub.hub.time.StatutoryClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Clocks with their times, by the statutory calendar. */
final class ClockTimes {

    private static final int DATE_LENGTH = "2026-01-01".length();

    private final StatutoryClock statutory;

    ClockTimes(StatutoryClock statutory) {
        this.statutory = statutory;
    }

    /**
     * Where a clock comes from.
     *
     * @param exchangeId its exchange
     * @param occurrence how often its rule has started one in this exchange, itself included
     * @param owes agency code of the party whose duty it is
     * @param entry number of the record that starts it
     * @param at acceptance of that, epoch milliseconds
     */
    record Origin(UUID exchangeId, int occurrence, String owes, long entry, long at) {}

    /** A clock that counts from acceptance and receipt. */
    ClockState running(ClockRule rule, Origin origin, @Nullable Instant receivedAt) {
        Deadline deadline = statutory.compute(Instant.ofEpochMilli(origin.at()), receivedAt, rule.count(), Pauses.NONE);
        return clock(rule, origin, deadline, receivedAt, null);
    }

    /** A clock that counts from a date, which is not counted itself. */
    ClockState fromDate(ClockRule rule, Origin origin, LocalDate start) {
        return clock(rule, origin, statutory.fromDate(start, rule.count()), null, start);
    }

    /** A clock that counts backwards from a date or a time. */
    ClockState before(ClockRule rule, Origin origin, String event) {
        Latest latest = event.length() == DATE_LENGTH
                ? statutory.before(LocalDate.parse(event), rule.count())
                : statutory.before(OffsetDateTime.parse(event).toInstant(), rule.count());
        Deadline deadline = new Deadline(null, latest.at(), latest.date(), latest.at(), latest.provisional());
        return clock(rule, origin, deadline, null, null);
    }

    /** The clock runs until the end of this day, or of the first working day after it. */
    ClockState extended(ClockState clock, ClockRule rule, LocalDate until) {
        Deadline deadline = statutory.fromDate(until.minusDays(1), new ClockRule.Count(1, ClockRule.Unit.DAYS));
        ClockState later = clock.until(
                until, millis(deadline.alarmAt(), clock.alarmAt()), deadline.dueDate(), millis(deadline.dueAt()));
        return onLadder(later, rule, clock.ladder().done());
    }

    private static boolean isExtended(ClockState clock, ClockRule rule) {
        return clock.startDate() != null && !(rule.start() instanceof Start.PayloadDate);
    }

    /** The clock runs again: its pause is over and what it has left counts from here. An agreed day moves by the pause. */
    ClockState resumed(ClockState clock, ClockRule rule, long at) {
        LocalDate until = clock.startDate();
        Long paused = clock.pausedAt();
        if (until != null && paused != null && isExtended(clock, rule)) {
            return extended(clock.resumed(at), rule, until.plusDays(ChronoUnit.DAYS.between(day(paused), day(at))));
        }
        Long received = clock.receivedAt();
        return retimed(clock.resumed(at), rule, received == null ? null : Instant.ofEpochMilli(received));
    }

    /** The clock with its times computed anew, from the same start and with its pauses. */
    ClockState retimed(ClockState clock, ClockRule rule, @Nullable Instant receivedAt) {
        if (rule.start() instanceof Start.PayloadDate) {
            return clock.startDate() == null
                    ? clock
                    : timed(clock, rule, statutory.fromDate(clock.startDate(), rule.count(), pauses(clock)), null);
        }
        if (isExtended(clock, rule)) {
            return clock;
        }
        return timed(
                clock,
                rule,
                statutory.compute(Instant.ofEpochMilli(clock.startedAt()), receivedAt, rule.count(), pauses(clock)),
                receivedAt);
    }

    /** The clock with the first step of its ladder that comes after its start and was not taken yet. */
    ClockState onLadder(ClockState clock, ClockRule rule, int done) {
        for (int i = done; i < rule.ladder().size(); i++) {
            Long at = time(clock, rule.ladder().get(i));
            if (at == null || at > clock.startedAt()) {
                return clock.on(new ClockState.Ladder(i, at));
            }
        }
        return clock.on(new ClockState.Ladder(rule.ladder().size(), null));
    }

    private @Nullable Long time(ClockState clock, ClockRule.Step step) {
        Long base = step.base() == ClockRule.Step.Base.ALARM ? Long.valueOf(clock.alarmAt()) : clock.dueAt();
        Count offset = step.offset();
        if (base == null || offset == null) {
            return base;
        }
        Instant at = Instant.ofEpochMilli(base);
        return (step.earlier() ? statutory.ahead(at, offset) : statutory.after(at, offset)).toEpochMilli();
    }

    private ClockState timed(ClockState clock, ClockRule rule, Deadline deadline, @Nullable Instant receivedAt) {
        ClockState timed = clock.timed(
                millis(deadline.alarmAt(), clock.alarmAt()),
                deadline.dueDate(),
                millis(deadline.dueAt()),
                millis(receivedAt),
                deadline.provisional());
        return onLadder(timed, rule, clock.ladder().done());
    }

    private static Pauses pauses(ClockState clock) {
        return new Pauses(clock.pauses().stream()
                .map(pause -> new Pause(Instant.ofEpochMilli(pause.from()), Instant.ofEpochMilli(pause.to())))
                .toList());
    }

    private ClockState clock(
            ClockRule rule,
            Origin origin,
            Deadline deadline,
            @Nullable Instant receivedAt,
            @Nullable LocalDate startDate) {
        ClockState clock = new ClockState(
                origin.exchangeId(),
                rule.name(),
                origin.occurrence(),
                origin.owes(),
                origin.entry(),
                origin.at(),
                startDate,
                millis(receivedAt),
                millis(deadline.alarmAt(), origin.at()),
                deadline.dueDate(),
                millis(deadline.dueAt()),
                deadline.provisional(),
                null,
                null,
                null,
                List.of(),
                null,
                ClockState.Ladder.NONE);
        return onLadder(clock, rule, 0);
    }

    private static LocalDate day(long at) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(at), BusinessClock.ZONE);
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : Long.valueOf(instant.toEpochMilli());
    }

    private static long millis(@Nullable Instant instant, long otherwise) {
        return instant == null ? otherwise : instant.toEpochMilli();
    }
}
