package cn.justicehub.hub.delivery;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Message ids of what the hub records about deliveries: derived, so that each thing is recorded once. */
final class DeliveryMessageIds {

    private DeliveryMessageIds() {}

    /**
     * The record that a delivery was parked: the evidence of its non-delivery.
     *
     * @param occurrence how many records had spoken of the delivery before
     */
    static UUID parked(String deliveryId, int occurrence) {
        return of(deliveryId, DeliveryMove.PARKED, occurrence);
    }

    static UUID of(String deliveryId, DeliveryMove move, int occurrence) {
        String cause = "delivery/" + deliveryId + "/" + move.act() + "/" + occurrence;
        return UUID.nameUUIDFromBytes(cause.getBytes(StandardCharsets.UTF_8));
    }
}
