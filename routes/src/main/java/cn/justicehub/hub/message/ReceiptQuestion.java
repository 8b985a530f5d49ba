package cn.justicehub.hub.message;

import cn.justicehub.hub.security.Caller;

/**
 * Asks for its receipt; answered with a {@link ReceiptAnswer}.
 *
 * @param caller who asks
 * @param entryId name of the record, as the caller spells it
 */
public record ReceiptQuestion(Caller caller, String entryId) {

    /** The route that answers. */
    public static final String ROUTE = "direct:get-receipt";
}
