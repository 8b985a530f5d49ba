package cn.justicehub.hub.commit;

import cn.justicehub.hub.problem.Refusal;
import java.util.List;
import java.util.Set;

/** One thing to commit. What can be done before the head lock is done; what it means is decided under it. */
public interface Entry {

    /** The prepared part of the record. */
    Prepared prepared();

    /** Whose turn it takes in the committer's queue: entries of one lane keep their order, and lanes wait for themselves. */
    default String lane() {
        return prepared().sender();
    }

    /** The business key, under each index key, that this entry looks up whether it is open; empty when it looks up none. */
    default List<BusinessKey> businessKeys() {
        return List.of();
    }

    /** Ids of the deliveries it needs to see. */
    default Set<String> deliveries() {
        return Set.of();
    }

    /** Whether it needs to see which definitions are in force. */
    default boolean seesDefinitions() {
        return false;
    }

    /**
     * Decides what the entry means, given everything committed so far. Pure: the committer carries the effect out.
     *
     * @param view exchanges, clocks and deliveries as the entries before this one left them
     * @param entry the number the record will have
     * @param at acceptance, epoch milliseconds
     * @throws Refusal when it cannot be accepted; nothing of it is then kept
     */
    Effect decide(GroupView view, EntryId entry, long at);
}
