package cn.justicehub.api.loading;

import cn.justicehub.api.definition.Act;
import cn.justicehub.api.definition.ClockRule.Due;
import cn.justicehub.api.definition.ClockRule.Start;
import cn.justicehub.api.definition.ClockRule.Step;
import cn.justicehub.api.definition.From;
import cn.justicehub.api.loading.TypeDraft.ActDraft;
import cn.justicehub.api.loading.TypeDraft.ClockDraft;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Whether every clock starts, stops, and is somebody's duty. */
final class ClockChecks {

    private final TypeDraft draft;
    private final Lifecycle lifecycle;
    private final SchemaSet schemas;

    ClockChecks(TypeDraft draft, Lifecycle lifecycle, SchemaSet schemas) {
        this.draft = draft;
        this.lifecycle = lifecycle;
        this.schemas = schemas;
    }

    void run() {
        draft.clocks().values().forEach(this::checkClock);
    }

    private void checkClock(ClockDraft clock) {
        if (!draft.parties().containsKey(clock.owes())) {
            clock.at().fault("owes", "there is no party '" + clock.owes() + "'");
        }
        clock.pause().stream()
                .filter(state -> !lifecycle.states().contains(state))
                .forEach(state -> clock.at().fault("pause", "there is no state '" + state + "'"));
        clock.stop().stream()
                .filter(act -> !draft.acts().containsKey(act))
                .forEach(act -> clock.at().fault("stop", "there is no act '" + act + "'"));
        checkStart(clock);
        checkDue(clock);
        checkLadder(clock);
        if (!(clock.start() instanceof Start.Before)) {
            checkStops(clock);
        } else if (!clock.stop().isEmpty()) {
            clock.at().fault("stop", "a clock with 'before' is judged when its act is accepted and has no 'stop'");
        }
    }

    private void checkStart(ClockDraft clock) {
        Start start = clock.start();
        if (start instanceof Start.Accepted accepted) {
            checkAct(clock, "start", accepted.act());
        } else if (start instanceof Start.Received received) {
            checkAct(clock, "start", received.act());
        } else if (start instanceof Start.PayloadDate date) {
            checkPlace(clock, "start", date.act(), date.pointer(), Set.of("date"));
        } else if (start instanceof Start.Before before) {
            checkPlace(clock, "before", before.act(), before.pointer(), Set.of("date", "date-time"));
        } else if (start instanceof Start.Entered entered && !lifecycle.states().contains(entered.state())) {
            clock.at().fault("start", "there is no state '" + entered.state() + "'");
        }
    }

    private void checkAct(ClockDraft clock, String member, String act) {
        if (!draft.acts().containsKey(act)) {
            clock.at().fault(member, "there is no act '" + act + "'");
        }
    }

    private void checkPlace(ClockDraft clock, String member, String act, String pointer, Set<String> formats) {
        checkAct(clock, member, act);
        schemas.view(act).ifPresent(payload -> {
            SchemaView place = payload.at(pointer).orElse(null);
            if (place == null) {
                clock.at().fault(member, "the schema of '" + act + "' has no '" + pointer + "'");
            } else if (!formats.contains(place.format())) {
                clock.at().fault(member, "'" + pointer + "' must have the format " + String.join(" or ", formats));
            }
        });
    }

    private void checkDue(ClockDraft clock) {
        if (clock.due() instanceof Due.HubAct due) {
            ActDraft act = draft.acts().get(due.act());
            if (act == null || !act.by().contains(Act.HUB)) {
                clock.at().fault("due", "'" + due.act() + "' is no act of the hub");
            } else if (clock.start() instanceof Start.Entered entered && !possible(act, entered.state())) {
                clock.at().fault("due", "'" + due.act() + "' cannot be done in '" + entered.state() + "'");
            }
        }
    }

    /** A clock that is judged with its own act, or ends when it lapses, has nobody to tell after that. */
    private void checkLadder(ClockDraft clock) {
        if (clock.ladder().isEmpty()) {
            return;
        }
        if (clock.start() instanceof Start.Before || clock.stop().contains(startingAct(clock.start()))) {
            clock.at().fault("ladder", "a clock that is judged when its act is accepted has no 'ladder'");
        }
        if (draft.parties().containsKey(Step.BUREAU)) {
            clock.at().fault("ladder", "no party may be called '" + Step.BUREAU + "': who is told would be unclear");
        }
        boolean afterDue = false;
        for (Step step : clock.ladder()) {
            if (afterDue && step.base() == Step.Base.ALARM) {
                clock.at()
                        .fault(
                                "ladder",
                                "steps from the alarm come before those from the due time, which may not be known");
            }
            afterDue |= step.base() == Step.Base.DUE;
            if (!step.tell().equals(Step.BUREAU) && !draft.parties().containsKey(step.tell())) {
                clock.at().fault("ladder", "there is no party '" + step.tell() + "' to tell");
            }
            if (clock.due() instanceof Due.HubAct && !step.earlier()) {
                clock.at()
                        .fault(
                                "ladder",
                                "the clock ends when it is due, since its 'due' is an act: steps come earlier");
            }
        }
    }

    private static boolean possible(ActDraft act, String state) {
        return !(act.from() instanceof From.States from) || from.names().contains(state);
    }

    /** No way from its start to the end of the exchange may pass by all acts that stop it. */
    private void checkStops(ClockDraft clock) {
        if (clock.stop().isEmpty() && !(clock.due() instanceof Due.HubAct)) {
            clock.at().fault("", "the clock never stops: 'stop' names no act");
            return;
        }
        Set<String> stops = new HashSet<>(clock.stop());
        if (clock.due() instanceof Due.HubAct due) {
            stops.add(due.act());
        }
        Set<String> unstopped = lifecycle.reachable(started(clock, stops), act -> !stops.contains(act.name()));
        unstopped.stream()
                .filter(draft.ended()::contains)
                .forEach(state ->
                        clock.at().fault("stop", "the clock may still run in the ended state '" + state + "'"));
    }

    private Set<String> started(ClockDraft clock, Set<String> stops) {
        if (clock.start() instanceof Start.Entered entered) {
            return Set.of(entered.state());
        }
        Set<String> states = new LinkedHashSet<>();
        String name = startingAct(clock.start());
        ActDraft act = draft.acts().get(name);
        if (act != null && !stops.contains(name)) {
            states.addAll(lifecycle.after(act));
        }
        return states;
    }

    /** Name of the act that starts a clock; empty when entering a state does. */
    static String startingAct(Start start) {
        if (start instanceof Start.Accepted accepted) {
            return accepted.act();
        }
        if (start instanceof Start.Received received) {
            return received.act();
        }
        if (start instanceof Start.Before before) {
            return before.act();
        }
        return start instanceof Start.PayloadDate date ? date.act() : "";
    }

    /** Pointer into the starting act's payload; empty when the clock has none. */
    static String pointer(Start start) {
        if (start instanceof Start.Before before) {
            return before.pointer();
        }
        return start instanceof Start.PayloadDate date ? date.pointer() : "";
    }
}
