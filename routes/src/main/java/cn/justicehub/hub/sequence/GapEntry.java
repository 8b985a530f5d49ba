package cn.justicehub.hub.sequence;

import cn.justicehub.hub.commit.Effect;
import cn.justicehub.hub.commit.Entry;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.commit.GroupView;
import cn.justicehub.hub.commit.Prepared;
import cn.justicehub.hub.commit.SystemExchange;
import java.util.List;
import java.util.Map;

/** The record of a gap, which also raises its alarm. */
record GapEntry(Prepared prepared, Gap gap) implements Entry {

    @Override
    public Effect decide(GroupView view, EntryId entry, long at) {
        Effect.AlarmChange alarm = new Effect.AlarmChange(gap.alarmId(), "SEQUENCE_GAP", gap.sender(), null, "E-SEQ");
        return new Effect(SystemExchange.in(view, at), List.of(), Map.of(), List.of(), null, alarm, null, null);
    }
}
