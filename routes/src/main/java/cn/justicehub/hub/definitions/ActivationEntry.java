package cn.justicehub.hub.definitions;

import cn.justicehub.hub.commit.Effect;
import cn.justicehub.hub.commit.Entry;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.commit.GroupView;
import cn.justicehub.hub.commit.Prepared;
import cn.justicehub.hub.commit.SystemExchange;
import cn.justicehub.hub.problem.Refusal;
import java.util.List;
import java.util.Map;

/**
 * The record that puts definitions in force.
 *
 * @param digests of the definitions
 * @param judged number of the set in force against which they were judged: after any other nobody has judged them
 */
record ActivationEntry(Prepared prepared, List<String> digests, int judged) implements Entry {

    ActivationEntry {
        digests = List.copyOf(digests);
    }

    @Override
    public boolean seesDefinitions() {
        return true;
    }

    @Override
    public Effect decide(GroupView view, EntryId entry, long at) {
        if (view.definitions() != judged) {
            throw Refusal.of(
                    409,
                    "E-STATE",
                    "",
                    "校核之后已有其他定义启用（现为第" + view.definitions() + "版），请重新校核后再启用",
                    "other definitions came in force meanwhile (revision " + view.definitions()
                            + "): check these again, then activate them");
        }
        return new Effect(SystemExchange.in(view, at), List.of(), Map.of(), List.of(), null, null, null, digests);
    }
}
