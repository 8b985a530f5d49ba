package cn.justicehub.hub.read;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.hub.commit.DeliveryState;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.definitions.Catalogue;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.time.BusinessClock;
import cn.justicehub.ledger.json.Jcs;
import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonArray;
import cn.justicehub.ledger.json.JsonFault;
import cn.justicehub.ledger.json.JsonObject;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What a receiver gets for one delivery: the same item in the inbox and in a push. */
@Component
public class MessageItems {

    private final MessageStore messages;
    private final Exchanges exchanges;
    private final Catalogue catalogue;

    public MessageItems(MessageStore messages, Exchanges exchanges, Catalogue catalogue) {
        this.messages = messages;
        this.exchanges = exchanges;
        this.catalogue = catalogue;
    }

    /**
     * The item as JSON bytes, members as {@code InboxItem} of hub.yaml.
     *
     * @throws Refusal 410 when the exchange's data was erased
     */
    public byte[] bytes(DeliveryState delivery, EntryId entry) {
        return Jcs.encode(item(delivery, entry));
    }

    /** The item. */
    public JsonObject item(DeliveryState delivery, EntryId entry) {
        MessageStore.Stored stored = messages.find(entry);
        ExchangeState exchange = exchanges.find(delivery.exchangeId());
        if (stored == null || exchange == null) {
            throw Refusal.notFound();
        }
        ExchangeType type = catalogue.pinned(exchange.definitionDigest());
        return JsonObject.builder()
                .put("deliveryId", delivery.deliveryId())
                .put("entryId", entry.toString())
                .put("exchangeId", exchange.exchangeId().toString())
                .put("type", type.name())
                .put("version", type.version())
                .put("act", stored.act())
                .put("actZh", type.labelZh("act", stored.act()))
                .put("sender", stored.sender())
                .put("acceptedAt", time(stored.acceptedAt()))
                .put("availableAt", time(delivery.createdAt()))
                .put("warnings", JsonArray.ofStrings(stored.warnings()))
                .put("message", parsed(messages.body(entry)))
                .build();
    }

    private static Json parsed(byte[] body) {
        try {
            return Json.parse(body);
        } catch (JsonFault fault) {
            throw new IllegalStateException("an accepted body does not parse", fault);
        }
    }

    private static String time(long epochMilli) {
        return Instant.ofEpochMilli(epochMilli)
                .atZone(BusinessClock.ZONE)
                .toOffsetDateTime()
                .toString();
    }
}
