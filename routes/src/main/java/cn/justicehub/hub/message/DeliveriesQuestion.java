package cn.justicehub.hub.message;

import cn.justicehub.hub.security.Caller;

/**
 * Asks how far a message got; answered with the API's {@code MessageDeliveries}.
 *
 * @param caller who asks
 * @param entryId name of the record, as the caller spells it
 */
public record DeliveriesQuestion(Caller caller, String entryId) {

    /** The route that answers. */
    public static final String ROUTE = "direct:get-message-deliveries";
}
