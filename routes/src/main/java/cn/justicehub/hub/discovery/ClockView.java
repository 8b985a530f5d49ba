package cn.justicehub.hub.discovery;

import cn.justicehub.api.definition.ClockRule;
import cn.justicehub.api.definition.ClockRule.Due;
import cn.justicehub.api.definition.ClockRule.Start;
import cn.justicehub.api.server.model.ClockInfo;
import cn.justicehub.api.server.model.ClockInfo.UnitEnum;

/** A clock's rule as the API tells it. */
final class ClockView {

    private ClockView() {}

    static ClockInfo of(ClockRule rule) {
        return new ClockInfo(
                rule.name(),
                rule.titleZh(),
                rule.owes(),
                start(rule.start()),
                rule.stop().stream().sorted().toList(),
                rule.pause().stream().sorted().toList(),
                rule.count().value(),
                UnitEnum.fromValue(rule.count().unit().name()),
                due(rule.due()),
                rule.article(),
                rule.mark(),
                rule.validFrom());
    }

    private static String start(Start start) {
        if (start instanceof Start.Accepted accepted) {
            return "accepted " + accepted.act();
        }
        if (start instanceof Start.Received received) {
            return "received " + received.act();
        }
        if (start instanceof Start.Entered entered) {
            return "entered " + entered.state();
        }
        if (start instanceof Start.PayloadDate date) {
            return "date " + date.act() + " " + date.pointer();
        }
        Start.Before before = (Start.Before) start;
        return "before " + before.act() + " " + before.pointer();
    }

    private static String due(Due due) {
        return due instanceof Due.Flag flag ? "flag " + flag.name() : "act " + ((Due.HubAct) due).act();
    }
}
