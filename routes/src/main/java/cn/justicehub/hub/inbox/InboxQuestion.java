package cn.justicehub.hub.inbox;

import cn.justicehub.hub.read.Cursor;
import cn.justicehub.hub.security.Caller;
import java.time.Duration;

/**
 * Asks what waits for the caller; answered with an {@link InboxAnswer}.
 *
 * @param caller who asks
 * @param cursor place after which the page begins, by entry number
 * @param limit most items
 * @param patience longest time to wait when there is nothing
 */
public record InboxQuestion(Caller caller, Cursor cursor, int limit, Duration patience) {

    /** The route that answers. */
    public static final String ROUTE = "direct:read-inbox";
}
