package cn.justicehub.hub.discovery;

/**
 * Asks for one exchange type in force; answered with the API's {@code ExchangeType}.
 *
 * @param type its name
 */
public record ExchangeTypeQuestion(String type) {

    /** The route that answers. */
    public static final String ROUTE = "direct:get-exchange-type";
}
