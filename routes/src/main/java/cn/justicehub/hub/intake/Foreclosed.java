package cn.justicehub.hub.intake;

import cn.justicehub.api.definition.Act;
import cn.justicehub.api.definition.ClockRule;
import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.hub.engine.ActRequest;
import cn.justicehub.hub.engine.ClockState;
import cn.justicehub.hub.problem.Refusal;
import java.time.Duration;
import java.util.List;

/**
 * A duty whose time is over, where the hub has an act to do then: nobody may still meet or extend it before the hub has acted.
 * What a party may do must not depend on how fast the hub was.
 */
final class Foreclosed {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private Foreclosed() {}

    /** @throws Refusal asking to repeat in a moment, when the hub's act is still to come */
    static void check(ExchangeType type, ActRequest request, List<ClockState> clocks, long at) {
        Act act = type.act(request.act());
        for (ClockState clock : clocks) {
            ClockRule rule = type.clocks().get(clock.name());
            if (act != null && rule != null && clock.lapsesBy(at) && isOf(rule, act)) {
                throw Refusal.unavailable("时限已届满，枢纽正在办理，请用同一报文编号重试", "a time is just over; repeat", RETRY);
            }
        }
    }

    private static boolean isOf(ClockRule rule, Act act) {
        Act.Extension extension = act.extension();
        boolean meets = rule.stop().contains(act.name());
        boolean lengthens = extension != null && extension.clocks().contains(rule.name());
        return rule.due() instanceof ClockRule.Due.HubAct && (meets || lengthens);
    }
}
