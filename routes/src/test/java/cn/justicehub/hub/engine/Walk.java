package cn.justicehub.hub.engine;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.loading.DefinitionFaults;
import cn.justicehub.api.loading.ExchangeTypeLoader;
import cn.justicehub.hub.time.CalendarFiles;
import cn.justicehub.hub.time.StatutoryClock;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One exchange walked act by act, as the committer would, with nothing but the engine. */
final class Walk {

    static final ExchangeType NOTICE = builtIn("defence-notice");
    static final ClockKeeper KEEPER = new ClockKeeper(new StatutoryClock(CalendarFiles.builtIn()));

    private final ExchangeType type;
    private final Map<String, ClockState> clocks = new LinkedHashMap<>();
    private ExchangeState state;
    private long entry = 100;
    private ClockKeeper.Result timed = new ClockKeeper.Result(List.of(), Set.of(), false);

    Walk(ExchangeType type) {
        this.type = type;
        this.state = blank(type);
    }

    static ExchangeState blank(ExchangeType type) {
        return new ExchangeState(
                new UUID(7, 7), type.name(), type.digest(), "", Set.of(), Map.of(), Map.of(), 0, 0, false, 0, 0, 0);
    }

    private static ExchangeType builtIn(String name) {
        try {
            return new ExchangeTypeLoader(Clock.systemUTC()).loadBuiltIn(name);
        } catch (DefinitionFaults faults) {
            throw new AssertionError(faults);
        }
    }

    /** {@code 2026-09-30T10:00}, Beijing time. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.ofHours(8));
    }

    Decision ask(String act, Agencies.Known sender, @Nullable String actor, Map<String, Object> payload) {
        return Lifecycle.decide(type, state, new ActRequest(act, sender.sender(), actor, payload), Agencies.ALL);
    }

    /** Does an act that must be accepted; all its receivers fetch, so they have it at once. */
    Decision act(String when, String act, Agencies.Known sender, @Nullable String actor, Map<String, Object> payload) {
        Decision decision = ask(act, sender, actor, payload);
        return done(when, new ActRequest(act, sender.sender(), actor, payload), decision, decision.receivers());
    }

    /** Does an act whose receivers are sent to: they do not have it yet. */
    Decision pushed(String when, String act, Agencies.Known sender, Map<String, Object> payload) {
        return done(
                when, new ActRequest(act, sender.sender(), "p1", payload), ask(act, sender, "p1", payload), Set.of());
    }

    private Decision done(String when, ActRequest request, Decision decision, Set<String> receivedNow) {
        if (decision.after() == null) {
            throw new AssertionError(request.act() + " refused: " + decision.violations());
        }
        long at = at(when).toEpochMilli();
        entry++;
        timed = KEEPER.after(
                new ClockKeeper.Happened(type, state, decision.after(), request, receivedNow, entry, at),
                List.copyOf(clocks.values()));
        timed.clocks().forEach(this::put);
        Set<String> flags = new TreeSet<>(decision.after().flags());
        flags.addAll(timed.flags());
        ExchangeState after = decision.after();
        state = after.with(after.state(), flags, after.parties(), after.ended()).recorded(entry, at);
        return decision;
    }

    /** A receiver has what was sent to it last. */
    List<ClockState> received(String when, Agencies.Known receiver) {
        List<ClockState> changed =
                KEEPER.received(type, List.copyOf(clocks.values()), entry, receiver.code(), at(when));
        changed.forEach(this::put);
        return changed;
    }

    private void put(ClockState clock) {
        clocks.put(clock.name() + "/" + clock.occurrence(), clock);
    }

    /** Somebody has recorded the lapse of a clock. */
    void lapsed(String when, String clock) {
        put(clock(clock).lapsed(at(when).toEpochMilli()));
    }

    /** A clock's duty fell away. */
    void stopped(String when, String clock) {
        put(clock(clock).stopped(at(when).toEpochMilli()));
    }

    ExchangeState state() {
        return state;
    }

    /** What the last act did to the clocks. */
    ClockKeeper.Result timed() {
        return timed;
    }

    boolean has(String clock) {
        return clocks.containsKey(clock + "/1");
    }

    ClockState clock(String name) {
        return clock(name, 1);
    }

    ClockState clock(String name, int occurrence) {
        return Objects.requireNonNull(clocks.get(name + "/" + occurrence), name);
    }
}
