package cn.justicehub.hub.exchange;

import cn.justicehub.hub.security.Caller;
import java.util.UUID;

/**
 * Asks for one exchange; answered with the API's {@code Exchange}.
 *
 * @param caller who asks
 * @param type type that the exchange must have
 * @param exchangeId its id
 */
public record ExchangeQuestion(Caller caller, String type, UUID exchangeId) {

    /** The route that answers. */
    public static final String ROUTE = "direct:get-exchange";
}
