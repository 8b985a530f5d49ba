package cn.justicehub.hub.search;

import cn.justicehub.hub.security.Caller;

/**
 * Asks which exchanges there are; answered with the API's {@code SearchPage}.
 *
 * @param caller who asks
 * @param body the search as received
 */
public record SearchQuestion(Caller caller, byte[] body) {

    /** The route that answers. */
    public static final String ROUTE = "direct:search";
}
