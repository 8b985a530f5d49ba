package cn.justicehub.hub.discovery;

/** Asks for the contract of the types in force; answered with an {@link OpenApiAnswer}. */
public record OpenApiQuestion() {

    /** The route that answers. */
    public static final String ROUTE = "direct:get-openapi";
}
