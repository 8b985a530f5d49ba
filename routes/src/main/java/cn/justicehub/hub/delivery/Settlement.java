package cn.justicehub.hub.delivery;

import cn.justicehub.connectors.push.PushOutcome;
import cn.justicehub.hub.commit.CommitResult;
import cn.justicehub.hub.commit.DeliveryState;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What an attempt leads to. A fault of the message parks it; a fault of the agency pauses the agency. A delivery that
 * keeps failing while others get through was the message's fault after all; failures while the agency answered nobody
 * say nothing about the message, however long that was. A fault that is learnt when another attempt has taken the place,
 * or the delivery has ended, is nobody's; a success is the receiver's word whenever it is learnt.
 */
@Component
class Settlement {

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
    private static final int FAILURES_BEFORE_BLAME = 3;
    private static final int OTHERS_BEFORE_BLAME = 2;

    private final DeliveryStore deliveries;
    private final AgencyChannels channels;
    private final DeliveryRecords records;
    private final InstantSource realTime;

    Settlement(DeliveryStore deliveries, AgencyChannels channels, DeliveryRecords records, InstantSource realTime) {
        this.deliveries = deliveries;
        this.channels = channels;
        this.records = records;
        this.realTime = realTime;
    }

    void settle(Dispatch.Carried carried) {
        PushOutcome outcome = carried.outcome();
        if (outcome instanceof PushOutcome.Delivered) {
            channels.well(carried.load().order().agency(), carried.businessAt());
            record(carried, DeliveryMove.RECEIVED, null);
        } else if (!deliveries.holds(carried.load().order())) {
            LOG.info("what came of order {} is too late", carried.load().order().duplicateId());
        } else if (outcome instanceof PushOutcome.MessageFault fault) {
            channels.well(carried.load().order().agency(), carried.businessAt());
            refused(carried, fault.reason());
        } else if (outcome instanceof PushOutcome.AgencyFault fault) {
            agencyFault(carried, fault.reason(), fault.retryAfter());
        }
    }

    private void refused(Dispatch.Carried carried, String reason) {
        boolean reminder = deliveries.isReminder(carried.load().delivery());
        record(carried, reminder ? DeliveryMove.REFUSED : DeliveryMove.PARKED, reason);
    }

    private void agencyFault(Dispatch.Carried carried, String reason, @Nullable Duration retryAfter) {
        DeliveryState delivery = carried.load().delivery();
        boolean answersOthers = channels.answers(delivery.receiver());
        int failures = delivery.failures() + (answersOthers ? 1 : 0);
        boolean blamed = answersOthers
                && failures >= FAILURES_BEFORE_BLAME
                && deliveries.othersReceivedSince(delivery) >= OTHERS_BEFORE_BLAME;
        if (blamed) {
            refused(carried, "KEEPS_FAILING_" + reason);
            return;
        }
        DeliveryStore.Order order = carried.load().order();
        long retryAt = channels.fault(order.agency(), reason, retryAfter, realTime.millis(), carried.businessAt());
        deliveries.failed(order, reason, retryAt, failures);
    }

    /**
     * Nobody waits for it: the lane goes on when it is committed, and when it cannot be, the lease runs out and the
     * receiver gets the same id again.
     */
    private void record(Dispatch.Carried carried, DeliveryMove move, @Nullable String reason) {
        String deliveryId = carried.load().order().deliveryId();
        records.record(carried.load().delivery(), move, reason, carried.businessAt())
                .whenComplete((result, failure) -> {
                    if (failure != null) {
                        LOG.warn(
                                "{} of {} not recorded: {}",
                                move,
                                deliveryId,
                                failure.getClass().getName());
                    } else if (result instanceof CommitResult.Refused refused) {
                        LOG.warn(
                                "{} of {} not recorded: {}",
                                move,
                                deliveryId,
                                refused.refusal().getMessage());
                    }
                });
    }
}
