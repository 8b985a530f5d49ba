package cn.justicehub.hub.discovery;

import cn.justicehub.api.definition.Act;
import cn.justicehub.api.definition.From;
import cn.justicehub.api.definition.Guard;
import cn.justicehub.api.definition.Into;
import cn.justicehub.api.server.model.ActInfo;
import cn.justicehub.api.server.model.GuardInfo;
import java.util.Collection;
import java.util.List;

/** An act as the API tells it, without its schema. */
final class ActView {

    private ActView() {}

    static ActInfo of(Act act) {
        ActInfo info = new ActInfo(
                        act.name(),
                        act.titleZh(),
                        act.exchangeCode(),
                        sorted(act.by()),
                        sorted(act.to()),
                        act.opens(),
                        act.person(),
                        act.when().stream().map(ActView::guard).toList())
                .notBy(act.notBy())
                .flag(act.flag())
                .quorum(act.quorum());
        Act.FlagByCode byCode = act.flagByCode();
        if (byCode != null) {
            info.flagOneOf(sorted(byCode.flags().values()));
        }
        Act.Extension extension = act.extension();
        if (extension != null) {
            info.extendsClocks(sorted(extension.clocks()));
        }
        if (act.from() instanceof From.States states) {
            info.from(sorted(states.names()));
        }
        return into(info, act.into());
    }

    private static ActInfo into(ActInfo info, Into into) {
        if (into instanceof Into.State state) {
            return info.into(List.of(state.name()));
        }
        return into instanceof Into.ByCode byCode
                ? info.into(sorted(byCode.states().values()))
                : info;
    }

    private static GuardInfo guard(Guard guard) {
        return new GuardInfo(guard.expression(), guard.code(), guard.messageZh(), guard.message(), guard.warning());
    }

    private static List<String> sorted(Collection<String> names) {
        return names.stream().distinct().sorted().toList();
    }
}
