package cn.justicehub.hub.delivery;

import cn.justicehub.hub.security.Caller;

/**
 * A receiver says that it has fetched a delivery; answered with the delivery's state once that is durable.
 *
 * @param caller who says so
 * @param deliveryId the delivery
 */
public record Acknowledgement(Caller caller, String deliveryId) {

    /** The route that records it. */
    public static final String ROUTE = "direct:acknowledge";
}
