package cn.justicehub.hub.commit;

import org.jspecify.annotations.Nullable;

/** Whether the log can be gone on with. */
public interface LogStanding {

    /** Why nothing is accepted at present, or null. */
    @Nullable
    NotAccepting notAccepting();

    /**
     * Whether this replica has noted, outside the database, a head that holds the entry. Before that its receipt must
     * not leave; asking the committer again has it noted.
     */
    default boolean noted(EntryId entry) {
        return true;
    }
}
