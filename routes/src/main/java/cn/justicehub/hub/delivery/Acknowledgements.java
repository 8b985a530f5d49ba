package cn.justicehub.hub.delivery;

import cn.justicehub.hub.commit.CommitResult;
import cn.justicehub.hub.commit.DeliveryState;
import cn.justicehub.hub.commit.DeliveryState.Mode;
import cn.justicehub.hub.commit.DeliveryState.State;
import cn.justicehub.hub.commit.Durable;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.time.BusinessClock;
import org.springframework.stereotype.Component;

/** Acknowledgements of fetched deliveries, each recorded once however often it comes. */
@Component
class Acknowledgements {

    private final DeliveryStore deliveries;
    private final DeliveryRecords records;
    private final BusinessClock clock;

    Acknowledgements(DeliveryStore deliveries, DeliveryRecords records, BusinessClock clock) {
        this.deliveries = deliveries;
        this.records = records;
        this.clock = clock;
    }

    /**
     * Records one.
     *
     * @throws Refusal 404 when it is not the caller's, 409 when it is sent to the caller instead of fetched
     */
    State record(Acknowledgement acknowledgement) {
        DeliveryState delivery = own(acknowledgement);
        if (delivery.mode() == Mode.PUSH) {
            throw Refusal.of(409, "E-STATE", "", "推送的报文无须签收", "a pushed delivery is not acknowledged");
        }
        if (delivery.state() == State.DELIVERED) {
            return State.DELIVERED;
        }
        CommitResult result = Durable.result(records.record(
                delivery, DeliveryMove.ACKNOWLEDGED, null, clock.now().toEpochMilli()));
        if (result instanceof CommitResult.Refused refused
                && own(acknowledgement).state() != State.DELIVERED) {
            throw refused.refusal();
        }
        return State.DELIVERED;
    }

    private DeliveryState own(Acknowledgement acknowledgement) {
        DeliveryState delivery = deliveries.find(acknowledgement.deliveryId());
        if (delivery == null
                || !delivery.receiver().equals(acknowledgement.caller().agency())) {
            throw Refusal.notFound();
        }
        return delivery;
    }
}
