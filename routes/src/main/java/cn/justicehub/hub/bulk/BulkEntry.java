package cn.justicehub.hub.bulk;

import cn.justicehub.hub.commit.Effect;
import cn.justicehub.hub.commit.Entry;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.commit.GroupView;
import cn.justicehub.hub.commit.Prepared;
import cn.justicehub.hub.commit.SystemExchange;

/** A record that speaks of an operation. */
record BulkEntry(Prepared prepared) implements Entry {

    @Override
    public Effect decide(GroupView view, EntryId entry, long at) {
        return Effect.onlyRecorded(SystemExchange.in(view, at));
    }
}
