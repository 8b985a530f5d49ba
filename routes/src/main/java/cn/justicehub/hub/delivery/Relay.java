package cn.justicehub.hub.delivery;

import cn.justicehub.hub.time.BusinessClock;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leases deliveries whose turn it is, so that the broker can carry them. */
@Component
class Relay {

    private final DeliveryStore deliveries;
    private final BusinessClock businessClock;
    private final InstantSource realTime;

    Relay(DeliveryStore deliveries, BusinessClock businessClock, InstantSource realTime) {
        this.deliveries = deliveries;
        this.businessClock = businessClock;
        this.realTime = realTime;
    }

    List<DeliveryStore.Order> lease() {
        return deliveries.lease(realTime.millis(), businessClock.now().toEpochMilli());
    }
}
