package cn.justicehub.hub.clock;

import cn.justicehub.hub.commit.DeliveryState;
import cn.justicehub.hub.commit.Effect;
import cn.justicehub.hub.commit.Entry;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.commit.GroupView;
import cn.justicehub.hub.commit.Prepared;
import cn.justicehub.hub.engine.ClockState;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evidence that a message had not reached who owes when the clock it started gave its alarm, ready for the committer.
 *
 * @param prepared its record so far
 * @param clock the clock as it was found
 * @param delivery the delivery as it was found, or null when there is none
 * @param how what the evidence says
 */
record UnreceivedEntry(
        Prepared prepared, ClockState clock, @Nullable DeliveryState delivery, NonReceipt how) implements Entry {

    @Override
    public Set<String> deliveries() {
        return delivery == null ? Set.of() : Set.of(delivery.deliveryId());
    }

    @Override
    public Effect decide(GroupView view, EntryId entry, long at) {
        ExchangeState exchange = view.exchange(prepared.exchangeId());
        if (exchange == null) {
            throw Refusal.notFound();
        }
        ClockState now = view.clocks(exchange.exchangeId()).stream()
                .filter(c -> c.name().equals(clock.name()) && c.occurrence() == clock.occurrence())
                .findFirst()
                .orElseThrow(Refusal::notFound);
        if (!now.alarmsBy(at) || mayHaveArrived(view)) {
            throw Refusal.of(
                    409,
                    "E-STATE",
                    "",
                    "该报文已送达、正在送达或时限已停止",
                    "the message has arrived, is being sent, or the clock runs no more");
        }
        return new Effect(exchange, List.of(), Map.of(), List.of(now.notReceived(at)), null, alarm(), null, null);
    }

    private boolean mayHaveArrived(GroupView view) {
        if (delivery == null) {
            return false;
        }
        DeliveryState now = view.delivery(delivery.deliveryId());
        return now == null
                || now.state() == DeliveryState.State.DELIVERED
                || now.state() == DeliveryState.State.LEASED; // being sent: it may have arrived already
    }

    private Effect.AlarmChange alarm() {
        return new Effect.AlarmChange(
                "not-received/" + clock.exchangeId() + "/" + clock.name() + "/" + clock.occurrence(),
                how.name(),
                clock.owes(),
                delivery == null ? null : delivery.deliveryId(),
                how.reason(delivery));
    }
}
