package cn.justicehub.hub.exchange;

import cn.justicehub.api.definition.ClockRule;
import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.server.model.Clock;
import cn.justicehub.hub.engine.ClockState;
import cn.justicehub.hub.engine.Lateness;
import cn.justicehub.hub.time.WireTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Clocks with the words of their rules. */
final class ClockViews {

    private ClockViews() {}

    static List<Clock> of(ExchangeType type, List<ClockState> clocks) {
        return clocks.stream().map(clock -> of(type.clocks(), clock)).toList();
    }

    /** A rule may be missing only in a damaged definition: its clock is shown all the same. */
    private static Clock of(Map<String, ClockRule> rules, ClockState clock) {
        ClockRule rule = rules.get(clock.name());
        Duration late = Lateness.of(clock);
        return new Clock(
                        clock.name(),
                        rule == null ? clock.name() : rule.titleZh(),
                        rule == null ? clock.owes() : rule.owes(),
                        WireTime.of(clock.startedAt()),
                        rule == null ? "" : rule.article(),
                        rule == null ? "" : rule.mark(),
                        clock.provisional())
                .alarmAt(WireTime.of(clock.alarmAt()))
                .dueDate(clock.dueDate())
                .dueAt(WireTime.ofNullable(clock.dueAt()))
                .notReceivedAt(WireTime.ofNullable(clock.notReceivedAt()))
                .stoppedAt(WireTime.ofNullable(clock.stoppedAt()))
                .lapseLateBy(late == null ? null : late.toString())
                .lapsedAt(WireTime.ofNullable(clock.lapsedAt()))
                .pausedAt(WireTime.ofNullable(clock.pausedAt()));
    }
}
