package cn.justicehub.hub.clock;

import cn.justicehub.hub.commit.DeliveryState;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a message has failed to reach its receiver. */
enum NonReceipt {
    /** It was to be sent, and the receiver has not taken it: in law it is not received. */
    NOT_RECEIVED("not-received"),
    /** It lies in the receiver's inbox, and so is received; but nobody has fetched it. */
    NOT_FETCHED("not-fetched");

    private final String act;

    NonReceipt(String act) {
        this.act = act;
    }

    static NonReceipt of(@Nullable DeliveryState delivery) {
        boolean pull = delivery != null && delivery.mode() == DeliveryState.Mode.PULL;
        return pull ? NOT_FETCHED : NOT_RECEIVED;
    }

    /** Name of the hub act that records it. */
    String act() {
        return act;
    }

    /** Why, as a short code: the last failure where there was one. */
    String reason(@Nullable DeliveryState delivery) {
        return delivery == null || delivery.reason() == null ? name() : delivery.reason();
    }

    /** Adds what the hub has tried. */
    void describe(Map<String, Object> facts, @Nullable DeliveryState delivery) {
        facts.put("reason", reason(delivery));
        if (delivery == null) {
            return;
        }
        facts.put("deliveryId", delivery.deliveryId());
        facts.put("channel", delivery.mode().name());
        facts.put("deliveryState", delivery.state().name());
        if (this == NOT_FETCHED) {
            facts.put("availableAt", time(delivery.createdAt()));
            return;
        }
        facts.put("attempts", (long) delivery.sent());
        if (delivery.firstAttemptAt() != null) {
            facts.put("firstAttemptAt", time(delivery.firstAttemptAt()));
        }
        if (delivery.lastAttemptAt() != null) {
            facts.put("lastAttemptAt", time(delivery.lastAttemptAt()));
        }
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
