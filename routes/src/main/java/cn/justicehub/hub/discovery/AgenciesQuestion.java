package cn.justicehub.hub.discovery;

/** Asks who takes part; answered with the API's {@code Agencies}. */
public record AgenciesQuestion() {

    /** The route that answers. */
    public static final String ROUTE = "direct:list-agencies";
}
