package cn.justicehub.hub.read;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.hub.commit.DeliveryState;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.definitions.Catalogue;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.time.WireTime;
import cn.justicehub.ledger.json.Jcs;
import cn.justicehub.ledger.json.JsonArray;
import cn.justicehub.ledger.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a receiver gets for one delivery: the same item in the inbox and in a push. */
@Component
public class MessageItems {

    private final MessageStore messages;
    private final Catalogue catalogue;

    public MessageItems(MessageStore messages, Catalogue catalogue) {
        this.messages = messages;
        this.catalogue = catalogue;
    }

    /**
     * The item as JSON bytes, members as {@code InboxItem} of hub.yaml.
     *
     * @throws Refusal 410 when the exchange's data was erased
     */
    public byte[] bytes(DeliveryState delivery, EntryId entry) {
        return Jcs.encode(items(List.of(delivery)).get(0));
    }

    /**
     * The items of deliveries, in their order.
     *
     * @throws Refusal 410 when the data of an exchange was erased
     */
    public List<JsonObject> items(List<DeliveryState> deliveries) {
        Map<Long, MessageStore.Whole> found = messages.whole(
                deliveries.stream().map(DeliveryState::entry).distinct().toList());
        return deliveries.stream()
                .map(delivery -> item(delivery, found.get(delivery.entry())))
                .toList();
    }

    private JsonObject item(DeliveryState delivery, MessageStore.@Nullable Whole message) {
        if (message == null) {
            throw Refusal.notFound();
        }
        MessageStore.Stored stored = message.stored();
        ExchangeType type = catalogue.pinned(message.definitionDigest());
        return JsonObject.builder()
                .put("deliveryId", delivery.deliveryId())
                .put("entryId", stored.entry().toString())
                .put("exchangeId", stored.exchangeId().toString())
                .put("type", type.name())
                .put("version", type.version())
                .put("act", stored.act())
                .put("actZh", ActLabels.zh(type, stored.act()))
                .put("sender", stored.sender())
                .put("acceptedAt", WireTime.text(stored.acceptedAt()))
                .put("availableAt", WireTime.text(delivery.createdAt()))
                .put("warnings", JsonArray.ofStrings(stored.warnings()))
                .put("message", message.body())
                .build();
    }
}
