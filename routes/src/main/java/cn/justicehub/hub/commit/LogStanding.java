package cn.justicehub.hub.commit;

import org.jspecify.annotations.Nullable;

/** Whether the log can be gone on with. */
public interface LogStanding {

    /** Why nothing is accepted at present, or null. */
    @Nullable
    NotAccepting notAccepting();
}
