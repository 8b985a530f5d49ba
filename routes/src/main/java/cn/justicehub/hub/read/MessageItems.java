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
import cn.justicehub.ledger.json.JsonNumber;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.json.JsonString;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
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
        Map<String, Json> members = new HashMap<>();
        members.put("deliveryId", new JsonString(delivery.deliveryId()));
        members.put("entryId", new JsonString(entry.toString()));
        members.put("exchangeId", new JsonString(exchange.exchangeId().toString()));
        members.put("type", new JsonString(type.name()));
        members.put("version", new JsonNumber(type.version()));
        members.put("act", new JsonString(stored.act()));
        members.put("actZh", new JsonString(type.labelZh("act", stored.act())));
        members.put("sender", new JsonString(stored.sender()));
        members.put("acceptedAt", time(stored.acceptedAt()));
        members.put("availableAt", time(delivery.createdAt()));
        members.put("warnings", Json.fromJava(stored.warnings()));
        members.put("message", Json.parse(messages.body(entry)));
        return new JsonObject(members);
    }

    private static JsonString time(long epochMilli) {
        return new JsonString(Instant.ofEpochMilli(epochMilli)
                .atZone(BusinessClock.ZONE)
                .toOffsetDateTime()
                .toString());
    }
}
