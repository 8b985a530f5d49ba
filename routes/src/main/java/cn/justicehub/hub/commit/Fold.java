package cn.justicehub.hub.commit;

import cn.justicehub.hub.commit.Prepared.MessageKey;
import cn.justicehub.hub.engine.ClockState;
import cn.justicehub.hub.engine.ExchangeState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The state of a group in memory: what was loaded, changed by each accepted entry in turn. */
final class Fold implements GroupView {

    /** A message that is durable already, or earlier in this group. */
    record Known(byte[] contentDigest, long entry) {}

    /** A sender's own count of records. */
    record Stream(long seq, long lastEntry) {}

    final Map<MessageKey, Known> messages = new HashMap<>();
    final Map<String, Stream> streams = new HashMap<>();
    final Map<String, UUID> sequenceNumbers = new HashMap<>();
    private final Map<UUID, ExchangeState> exchanges = new HashMap<>();
    private final Map<String, ClockState> clocks = new LinkedHashMap<>();
    private final Map<String, DeliveryState> deliveries = new HashMap<>();
    private final Map<String, Open> openKeys = new HashMap<>();
    private final Set<UUID> changedExchanges = new LinkedHashSet<>();
    private final Set<String> changedClocks = new LinkedHashSet<>();
    private final Set<String> changedDeliveries = new LinkedHashSet<>();
    private int definitions;

    void load(ExchangeState exchange) {
        exchanges.put(exchange.exchangeId(), exchange);
    }

    void load(ClockState clock) {
        clocks.put(key(clock), clock);
    }

    void load(DeliveryState delivery) {
        deliveries.put(delivery.deliveryId(), delivery);
    }

    void loadOpen(String type, byte[] businessKey, Open open) {
        openKeys.put(key(type, businessKey), open);
    }

    void loadDefinitions(int revision) {
        definitions = revision;
    }

    @Override
    public @Nullable ExchangeState exchange(UUID exchangeId) {
        return exchanges.get(exchangeId);
    }

    @Override
    public List<ClockState> clocks(UUID exchangeId) {
        return clocks.values().stream()
                .filter(clock -> clock.exchangeId().equals(exchangeId))
                .toList();
    }

    @Override
    public @Nullable DeliveryState delivery(String deliveryId) {
        return deliveries.get(deliveryId);
    }

    @Override
    public @Nullable Open openWith(String type, byte[] businessKey) {
        return openKeys.get(key(type, businessKey));
    }

    @Override
    public int definitions() {
        return definitions;
    }

    /** Carries an effect out in memory. */
    void apply(Effect effect, ExchangeState recorded) {
        exchanges.put(recorded.exchangeId(), recorded);
        changedExchanges.add(recorded.exchangeId());
        for (ClockState clock : effect.clocks()) {
            load(clock);
            changedClocks.add(key(clock));
        }
        DeliveryState delivery = effect.delivery();
        if (delivery != null) {
            load(delivery);
            changedDeliveries.add(delivery.deliveryId());
        }
        Effect.Keys keys = effect.opens();
        if (keys != null && !recorded.ended()) {
            loadOpen(recorded.type(), keys.businessKey(), new Open(recorded.exchangeId(), keys.content()));
        }
        if (effect.activates() != null) {
            definitions++;
        }
        if (recorded.ended()) {
            openKeys.values().removeIf(open -> open.exchangeId().equals(recorded.exchangeId()));
        }
    }

    Collection<ExchangeState> changedExchanges() {
        return changedExchanges.stream().map(exchanges::get).toList();
    }

    List<ClockState> changedClocks() {
        return new ArrayList<>(changedClocks.stream().map(clocks::get).toList());
    }

    List<DeliveryState> changedDeliveries() {
        return new ArrayList<>(changedDeliveries.stream().map(deliveries::get).toList());
    }

    private static String key(ClockState clock) {
        return clock.exchangeId() + "/" + clock.name() + "/" + clock.occurrence();
    }

    private static String key(String type, byte[] businessKey) {
        return type + "/" + HexFormat.of().formatHex(businessKey);
    }
}
