package cn.justicehub.hub.definitions;

import cn.justicehub.hub.commit.Effect;
import cn.justicehub.hub.commit.Entry;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.commit.GroupView;
import cn.justicehub.hub.commit.Prepared;
import cn.justicehub.hub.commit.SystemExchange;
import java.util.List;
import java.util.Map;

/** The record that puts definitions in force. */
record ActivationEntry(Prepared prepared, List<String> digests) implements Entry {

    ActivationEntry {
        digests = List.copyOf(digests);
    }

    @Override
    public Effect decide(GroupView view, EntryId entry, long at) {
        return new Effect(SystemExchange.in(view, at), List.of(), Map.of(), List.of(), null, null, null, digests);
    }
}
