package cn.justicehub.hub.delivery;

import cn.justicehub.hub.commit.LogStanding;
import cn.justicehub.hub.commit.WentBack;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
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

    /** The same orders, in their order, by agency: what one agency's queue does not take is no other's affair. */
    static List<List<DeliveryStore.Order>> byAgency(List<DeliveryStore.Order> orders) {
        return List.copyOf(orders.stream()
                .collect(Collectors.groupingBy(DeliveryStore.Order::agency, LinkedHashMap::new, Collectors.toList()))
                .values());
    }
}
