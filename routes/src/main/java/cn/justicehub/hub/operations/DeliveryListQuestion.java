package cn.justicehub.hub.operations;

import cn.justicehub.api.server.model.DeliveryState;
import cn.justicehub.hub.read.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Asks for deliveries of all agencies, in commit order; answered with the API's {@code DeliveryPage}.
 *
 * @param state only those in this state, or null
 * @param agency only those to this agency, or null
 * @param reason only those that last failed for this reason, or null
 * @param cursor place after which the page begins, by entry number and receiver
 * @param limit most items
 */
public record DeliveryListQuestion(
        @Nullable DeliveryState state,
        @Nullable String agency,
        @Nullable String reason,
        Cursor cursor,
        int limit) {

    /** The route that answers. */
    public static final String ROUTE = "direct:list-deliveries";
}
