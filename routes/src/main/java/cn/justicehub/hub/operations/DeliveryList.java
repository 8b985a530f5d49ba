package cn.justicehub.hub.operations;

import cn.justicehub.api.server.model.Delivery;
import cn.justicehub.api.server.model.DeliveryPage;
import cn.justicehub.api.server.model.DeliveryState;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.delivery.DeliveryViews;
import cn.justicehub.hub.read.Cursor;
import cn.justicehub.hub.read.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Deliveries of all agencies. */
@Component
class DeliveryList {

    private final DeliveryViews deliveries;

    DeliveryList(DeliveryViews deliveries) {
        this.deliveries = deliveries;
    }

    DeliveryPage page(DeliveryListQuestion question) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> conditions =
                new ArrayList<>(List.of("d.entry >= :after and (d.entry, d.receiver) > (:after, :tie)"));
        parameters.put("after", question.cursor().after());
        parameters.put("tie", question.cursor().tie());
        parameters.put("rows", question.limit() + 1);
        DeliveryState state = question.state();
        if (state != null) {
            conditions.add(condition(state));
            parameters.put("state", stored(state));
        }
        if (question.agency() != null) {
            conditions.add("d.receiver = :agency");
            parameters.put("agency", question.agency());
        }
        if (question.reason() != null) {
            conditions.add("d.reason = :reason");
            parameters.put("reason", question.reason());
        }
        List<Delivery> rows = deliveries.find(
                "where " + String.join(" and ", conditions) + " order by d.entry, d.receiver limit :rows", parameters);
        Page<Delivery> page = Page.of(rows, question.limit(), DeliveryList::place);
        return new DeliveryPage(page.items()).nextCursor(page.nextCursor());
    }

    /** HELD and WAITING are both queued; what is parked before them in their lane makes the difference. */
    private static String condition(DeliveryState state) {
        return switch (state) {
            case HELD -> "d.state = :state and " + DeliveryViews.HELD;
            case WAITING -> "d.state = :state and not " + DeliveryViews.HELD;
            default -> "d.state = :state";
        };
    }

    private static String stored(DeliveryState state) {
        return state == DeliveryState.HELD || state == DeliveryState.WAITING ? "QUEUED" : state.getValue();
    }

    private static Cursor place(Delivery delivery) {
        EntryId entry = EntryId.parse(delivery.getEntryId());
        return new Cursor(number(entry), delivery.getReceiver());
    }

    private static long number(@Nullable EntryId entry) {
        if (entry == null) {
            throw new IllegalStateException("an entry id of ours parses");
        }
        return entry.number();
    }
}
