package cn.justicehub.hub.delivery;

import cn.justicehub.hub.commit.LogStanding;
import cn.justicehub.hub.commit.WentBack;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leases deliveries whose turn it is, so that the broker can carry them. */
@Component
class Relay {

    private final DeliveryStore deliveries;
    private final InstantSource realTime;
    private final LogStanding standing;

    Relay(DeliveryStore deliveries, InstantSource realTime, LogStanding standing) {
        this.deliveries = deliveries;
        this.realTime = realTime;
        this.standing = standing;
    }

    /** Nothing while the database went back: what it says was not delivered may have been. */
    List<DeliveryStore.Order> lease() {
        return standing.notAccepting() instanceof WentBack ? List.of() : deliveries.lease(realTime.millis());
    }
}
