package cn.justicehub.hub.message;

import cn.justicehub.hub.security.Caller;

/**
 * Asks for fresh proofs; answered with the API's {@code Proof}.
 *
 * @param caller who asks
 * @param entryId name of the record, as the caller spells it
 */
public record ProofQuestion(Caller caller, String entryId) {

    /** The route that answers. */
    public static final String ROUTE = "direct:get-proof";
}
