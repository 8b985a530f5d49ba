package cn.justicehub.hub.delivery;

import cn.justicehub.connectors.agency.Agency;
import cn.justicehub.connectors.agency.Channel;
import cn.justicehub.connectors.push.PushMessage;
import cn.justicehub.connectors.push.PushOutcome;
import cn.justicehub.connectors.push.PushSender;
import cn.justicehub.hub.commit.DeliveryState;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.commit.LogStanding;
import cn.justicehub.hub.commit.WentBack;
import cn.justicehub.hub.crypto.SealBroken;
import cn.justicehub.hub.definitions.Catalogue;
import cn.justicehub.hub.definitions.NotLoadableHere;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.read.MessageItems;
import cn.justicehub.hub.time.BusinessClock;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The steps of the dispatch route. */
@Component
class Dispatch {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final DeliveryStore deliveries;
    private final MessageItems items;
    private final Catalogue catalogue;
    private final PushSender sender;
    private final Settlement settlement;
    private final BusinessClock businessClock;
    private final InstantSource realTime;
    private final LogStanding standing;

    Dispatch(
            DeliveryStore deliveries,
            MessageItems items,
            Catalogue catalogue,
            PushSender sender,
            Settlement settlement,
            BusinessClock businessClock,
            InstantSource realTime,
            LogStanding standing) {
        this.deliveries = deliveries;
        this.items = items;
        this.catalogue = catalogue;
        this.sender = sender;
        this.settlement = settlement;
        this.businessClock = businessClock;
        this.realTime = realTime;
        this.standing = standing;
    }

    /** An order with what it needs to be carried. */
    record Load(DeliveryStore.Order order, DeliveryState delivery, Agency agency) {}

    /** An order that was carried out. */
    record Carried(Load load, PushOutcome outcome, long businessAt) {}

    /**
     * The message of an order, or null when the order is void: another attempt took its place, or the agency is sent
     * to no more, or is paused, or the database went back, so that nothing may leave.
     */
    @Nullable
    Load load(String duplicateId) {
        if (standing.notAccepting() instanceof WentBack) {
            return null;
        }
        int slash = duplicateId.lastIndexOf('/');
        String deliveryId = duplicateId.substring(0, slash);
        int attempt = Integer.parseInt(duplicateId.substring(slash + 1));
        DeliveryState delivery = deliveries.find(deliveryId);
        if (delivery == null || delivery.attempt() != attempt || delivery.state() != DeliveryState.State.LEASED) {
            LOG.debug("order {} is void", duplicateId);
            return null;
        }
        DeliveryStore.Order order = new DeliveryStore.Order(deliveryId, delivery.receiver(), attempt);
        return catalogue
                .agencies()
                .byCode(delivery.receiver())
                .filter(agency -> agency.channel() instanceof Channel.Push)
                .map(agency -> taken(order, agency))
                .orElse(null);
    }

    private @Nullable Load taken(DeliveryStore.Order order, Agency agency) {
        Duration timeout = agency.channel() instanceof Channel.Push push ? push.requestTimeout() : Duration.ZERO;
        DeliveryState delivery = deliveries.take(
                order, timeout, realTime.millis(), businessClock.now().toEpochMilli());
        if (delivery == null) {
            deliveries.release(order);
            return null;
        }
        return new Load(order, delivery, agency);
    }

    /** Null when another replica has to carry it: a later release of the hub beside this one began its exchange. */
    @Nullable
    Carried push(Load load) {
        try {
            PushOutcome outcome = attempt(load);
            return new Carried(load, outcome, businessClock.now().toEpochMilli());
        } catch (NotLoadableHere e) {
            LOG.warn("delivery {} is left to others: {}", load.order().deliveryId(), e.getMessage());
            deliveries.release(load.order());
            return null;
        }
    }

    /** A message that cannot be made would fail for ever: that is the message's fault. */
    private PushOutcome attempt(Load load) {
        byte[] body;
        try {
            body = items.bytes(load.delivery(), EntryId.ofNumber(load.delivery().entry()));
        } catch (NotLoadableHere e) {
            throw e;
        } catch (Refusal | SealBroken | IllegalStateException e) {
            LOG.error(
                    "delivery {} cannot be made: {}",
                    load.order().deliveryId(),
                    e.getClass().getName());
            return new PushOutcome.MessageFault("UNREADABLE");
        }
        return sender.push(load.agency(), new PushMessage(load.order().deliveryId(), body, realTime.instant()));
    }

    void settle(Carried carried) {
        settlement.settle(carried);
    }
}
