package cn.justicehub.hub.discovery;

/** Asks which exchange types are in force; answered with the API's {@code ExchangeTypes}. */
public record ExchangeTypesQuestion() {

    /** The route that answers. */
    public static final String ROUTE = "direct:list-exchange-types";
}
