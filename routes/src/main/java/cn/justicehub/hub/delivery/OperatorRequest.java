package cn.justicehub.hub.delivery;

import cn.justicehub.hub.security.Caller;

/**
 * A person decides about a parked delivery; answered with the record's {@code Answer}.
 *
 * @param caller the operator's agency
 * @param deliveryId the delivery
 * @param decision what is decided
 * @param body who and why, as received
 */
public record OperatorRequest(Caller caller, String deliveryId, Decision decision, byte[] body) {

    /** The route that records it. */
    public static final String ROUTE = "direct:decide-delivery";

    /** What a person may decide. */
    public enum Decision {
        RETRY(DeliveryMove.RETRIED),
        GIVE_UP(DeliveryMove.GIVEN_UP);

        private final DeliveryMove move;

        Decision(DeliveryMove move) {
            this.move = move;
        }

        DeliveryMove move() {
            return move;
        }
    }
}
