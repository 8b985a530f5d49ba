package cn.justicehub.hub.inbox;

import cn.justicehub.connectors.agency.Agency;
import cn.justicehub.connectors.agency.Channel;
import cn.justicehub.hub.commit.DeliveryState;
import cn.justicehub.hub.definitions.Catalogue;
import cn.justicehub.hub.read.Cursor;
import cn.justicehub.hub.read.MessageItems;
import cn.justicehub.hub.time.BusinessClock;
import cn.justicehub.ledger.json.Jcs;
import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonArray;
import cn.justicehub.ledger.json.JsonBool;
import cn.justicehub.ledger.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes a page of the deliveries that were found. */
@Component
class InboxPages {

    private final MessageItems items;
    private final Catalogue catalogue;
    private final BusinessClock clock;

    InboxPages(MessageItems items, Catalogue catalogue, BusinessClock clock) {
        this.items = items;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    InboxAnswer page(LongPoll.Fetched found) {
        List<DeliveryState> deliveries = found.deliveries();
        if (deliveries.isEmpty()) {
            return new InboxAnswer(Jcs.encode(JsonObject.of("items", JsonArray.of())));
        }
        long overdueBefore = overdueBefore(found.agency());
        List<JsonObject> plain = items.items(deliveries);
        List<Json> marked = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            boolean alarm = deliveries.get(i).createdAt() < overdueBefore;
            marked.add(alarm ? plain.get(i).with("alarm", JsonBool.TRUE) : plain.get(i));
        }
        long last = deliveries.get(deliveries.size() - 1).entry();
        return new InboxAnswer(Jcs.encode(JsonObject.builder()
                .put("items", new JsonArray(marked))
                .put("nextCursor", Cursor.after(last).text())
                .build()));
    }

    /** Deliveries from before this instant should have been acknowledged; epoch milliseconds. */
    private long overdueBefore(String agency) {
        return catalogue
                .agencies()
                .byCode(agency)
                .map(Agency::channel)
                .map(channel -> channel instanceof Channel.Pull pull ? pull.ackWithin() : null)
                .map((Duration within) -> clock.now().minus(within).toEpochMilli())
                .orElse(Long.MIN_VALUE);
    }
}
