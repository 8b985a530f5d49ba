package cn.justicehub.hub.bulk;

import cn.justicehub.hub.bulk.BulkAsk.Selection;
import cn.justicehub.hub.bulk.BulkAsk.Started;
import cn.justicehub.hub.bulk.BulkOperation.Counts;
import cn.justicehub.hub.bulk.BulkOperation.State;
import cn.justicehub.hub.commit.Repeats;
import cn.justicehub.hub.delivery.OperatorRequest.Decision;
import cn.justicehub.hub.delivery.ParkedDeliveries;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.time.BusinessClock;
import cn.justicehub.ledger.json.JsonArray;
import cn.justicehub.ledger.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Starts operations: the selection is fixed and kept, then recorded, and only then anything is done. */
@Component
class BulkOperations {

    private final BulkStore store;
    private final BulkRecords records;
    private final BulkViews views;
    private final ParkedDeliveries deliveries;
    private final BulkSettings settings;
    private final BusinessClock clock;

    BulkOperations(
            BulkStore store,
            BulkRecords records,
            BulkViews views,
            ParkedDeliveries deliveries,
            BulkSettings settings,
            BusinessClock clock) {
        this.store = store;
        this.records = records;
        this.views = views;
        this.deliveries = deliveries;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Starts one; the same request again finds it as it stands.
     *
     * @throws Refusal 422 with everything that is wrong, when nothing is selected, or too much; 409 when one that is named is not
     *     parked, or the message id was used for something else
     */
    cn.justicehub.api.server.model.BulkOperation start(BulkQuestion.Start question) {
        Started started = BulkAsk.start(question.body());
        String agency = question.caller().agency();
        UUID operationId = started.ask().operationId(agency);
        BulkOperation before = store.find(operationId);
        boolean added = before == null && add(operationId, agency, started, question.body());
        if (before == null) {
            before = views.existing(operationId);
        }
        if (!BulkAsk.start(records.open(before)).equals(started)) {
            throw Repeats.otherContent();
        }
        BulkOperation kept = views.existing(operationId);
        try {
            records.byPerson("bulk-asked", agency, started.ask(), facts(kept, started), question.body());
        } catch (Refusal refusal) {
            if (refusal.status() == 409 && added) {
                store.forget(operationId);
            }
            throw refusal;
        }
        store.begin();
        return views.show(new BulkQuestion.Show(operationId));
    }

    private boolean add(UUID operationId, String agency, Started started, byte[] body) {
        Collection<String> selected = selected(started.selection());
        long now = clock.now().toEpochMilli();
        boolean needsApproval = started.decision() == Decision.GIVE_UP
                && selected.size()
                                + store.givenUpAlone(
                                        agency, now - settings.approvalWithin().toMillis())
                        > settings.approvalAbove();
        BulkOperation asked = new BulkOperation(
                operationId,
                0,
                started.decision(),
                agency,
                started.ask().actor().id(),
                started.ask().messageId(),
                records.seal(operationId, body),
                needsApproval,
                State.ASKED,
                now,
                needsApproval ? now + settings.approvalWithin().toMillis() : null,
                null,
                null,
                null,
                new Counts(selected.size(), 0, 0, 0));
        return store.add(asked, selected);
    }

    private Collection<String> selected(Selection selection) {
        if (!selection.named().isEmpty()) {
            Collection<String> unknown = deliveries.unknown(selection.named());
            if (!unknown.isEmpty()) {
                throw Refusal.of(
                        422,
                        "E-NOTFOUND",
                        "/selection/deliveryIds",
                        "没有此投递：" + String.join("、", unknown),
                        "there is no delivery " + String.join(", ", unknown));
            }
            Collection<String> notParked = deliveries.notParked(selection.named());
            if (!notParked.isEmpty()) {
                throw Refusal.of(
                        409,
                        "E-STATE",
                        "/selection/deliveryIds",
                        "投递未处于挂起状态：" + String.join("、", notParked),
                        "not parked: " + String.join(", ", notParked));
            }
            return selection.named();
        }
        Collection<String> parked =
                deliveries.select(selection.agency(), selection.parkedReason(), settings.most() + 1);
        if (parked.isEmpty()) {
            throw Refusal.of(422, "E-STATE", "/selection", "没有符合条件的挂起投递", "nothing that is selected is parked");
        }
        if (parked.size() > settings.most()) {
            throw Refusal.of(
                    422,
                    "E-SCHEMA",
                    "/selection",
                    "所选投递超过" + settings.most() + "项，请缩小范围",
                    "more than " + settings.most() + " deliveries are selected");
        }
        return parked;
    }

    /** The same whenever it comes: the number is that of the selection that was kept. */
    private static JsonObject facts(BulkOperation kept, Started started) {
        JsonObject.Builder facts = JsonObject.builder()
                .put("operationId", kept.operationId().toString())
                .put("decision", started.decision().name())
                .put("total", kept.counts().total())
                .put("reason", started.ask().reason());
        if (started.selection().agency() != null) {
            facts.put("receiver", started.selection().agency());
        }
        if (started.selection().parkedReason() != null) {
            facts.put("parkedReason", started.selection().parkedReason());
        }
        if (!started.selection().named().isEmpty()) {
            facts.put(
                    "deliveryIds",
                    JsonArray.ofStrings(List.copyOf(started.selection().named())));
        }
        return facts.build();
    }
}
