package cn.justicehub.hub.delivery;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.hub.commit.DeliveryState;
import cn.justicehub.hub.commit.Effect;
import cn.justicehub.hub.commit.Entry;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.commit.GroupView;
import cn.justicehub.hub.commit.Prepared;
import cn.justicehub.hub.engine.ClockKeeper;
import cn.justicehub.hub.engine.ClockState;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.problem.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A move of one delivery, ready for the committer.
 *
 * @param prepared its record so far
 * @param lane whose turn it takes in the committer's queue
 * @param deliveryId the delivery
 * @param move what happened to it
 * @param reason short code, or null
 * @param happenedAt when, epoch milliseconds of the business clock
 * @param type definition of its exchange
 * @param clocks keeper of statutory times
 */
record DeliveryEntry(
        Prepared prepared,
        String lane,
        String deliveryId,
        DeliveryMove move,
        @Nullable String reason,
        long happenedAt,
        ExchangeType type,
        ClockKeeper clocks)
        implements Entry {

    /** The hub's own records of an agency's deliveries wait for each other only, whoever has many. */
    @Override
    public String lane() {
        return lane;
    }

    @Override
    public Set<String> deliveries() {
        return Set.of(deliveryId);
    }

    @Override
    public Effect decide(GroupView view, EntryId entry, long at) {
        DeliveryState delivery = view.delivery(deliveryId);
        ExchangeState exchange = view.exchange(prepared.exchangeId());
        if (delivery == null || exchange == null) {
            throw Refusal.notFound();
        }
        if (!move.possibleIn(delivery.state())) {
            throw Refusal.of(
                    409,
                    "E-STATE",
                    "",
                    "该投递当前状态不允许此操作",
                    "a delivery that is " + delivery.state() + " cannot be " + move.act());
        }
        return new Effect(
                exchange, List.of(), Map.of(), timed(view, delivery), moved(delivery, at), alarm(delivery), null, null);
    }

    private DeliveryState moved(DeliveryState delivery, long at) {
        Long received = move == DeliveryMove.RECEIVED ? Long.valueOf(happenedAt) : delivery.receivedAt();
        Long finished = move.into().finished() ? Long.valueOf(at) : null;
        return delivery.moved(move.into(), reason, received, finished);
    }

    private List<ClockState> timed(GroupView view, DeliveryState delivery) {
        if (move != DeliveryMove.RECEIVED) {
            return List.of();
        }
        return clocks.received(
                type,
                view.clocks(delivery.exchangeId()),
                delivery.entry(),
                delivery.receiver(),
                Instant.ofEpochMilli(happenedAt));
    }

    private Effect.@Nullable AlarmChange alarm(DeliveryState delivery) {
        if (move == DeliveryMove.ACKNOWLEDGED) {
            return new Effect.AlarmChange(
                    "unacknowledged/" + deliveryId, "NOT_ACKNOWLEDGED", delivery.receiver(), deliveryId, null);
        }
        boolean raises = move == DeliveryMove.PARKED;
        boolean clears = move == DeliveryMove.RETRIED || move == DeliveryMove.GIVEN_UP;
        if (!raises && !clears) {
            return null;
        }
        return new Effect.AlarmChange(
                "parked/" + deliveryId, "DELIVERY_PARKED", delivery.receiver(), deliveryId, raises ? reason : null);
    }
}
