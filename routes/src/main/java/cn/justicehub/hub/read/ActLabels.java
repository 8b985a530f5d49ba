package cn.justicehub.hub.read;

import cn.justicehub.api.definition.ExchangeType;
import java.util.Map;

/** What staff call an act: the type's label, or that of an act which the hub does in exchanges of every type. */
public final class ActLabels {

    private static final Map<String, String> OF_HUB = Map.of(
            "clock-lapsed", "时限届满",
            "clock-step", "时限提醒",
            "not-received", "报文到期未送达",
            "not-fetched", "报文到期未领取");

    private ActLabels() {}

    public static String zh(ExchangeType type, String act) {
        return type.acts().containsKey(act) ? type.labelZh("act", act) : OF_HUB.getOrDefault(act, act);
    }
}
