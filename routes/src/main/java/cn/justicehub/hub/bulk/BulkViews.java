package cn.justicehub.hub.bulk;

import cn.justicehub.api.server.model.BulkDecision;
import cn.justicehub.api.server.model.BulkDelivery;
import cn.justicehub.api.server.model.BulkDeliveryPage;
import cn.justicehub.api.server.model.BulkOperationPage;
import cn.justicehub.api.server.model.BulkOutcome;
import cn.justicehub.api.server.model.BulkState;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.read.Cursor;
import cn.justicehub.hub.read.Page;
import cn.justicehub.hub.time.WireTime;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Operations as the API shows them. */
@Component
class BulkViews {

    private final BulkStore store;
    private final BulkRecords records;

    BulkViews(BulkStore store, BulkRecords records) {
        this.store = store;
        this.records = records;
    }

    /** @throws Refusal 404 when there is none */
    BulkOperation existing(UUID operationId) {
        BulkOperation operation = store.find(operationId);
        if (operation == null) {
            throw Refusal.notFound();
        }
        return operation;
    }

    /** @throws Refusal 404 when there is none that is recorded */
    cn.justicehub.api.server.model.BulkOperation show(BulkQuestion.Show question) {
        return view(recorded(question.operationId()));
    }

    /** @throws Refusal 404 when there is no such operation that is recorded */
    BulkDeliveryPage items(BulkQuestion.Items question) {
        UUID operationId = recorded(question.operationId()).operationId();
        Page<BulkItem> page = Page.of(
                store.items(operationId, question.cursor().tie(), question.limit() + 1),
                question.limit(),
                item -> new Cursor(0, item.deliveryId()));
        return new BulkDeliveryPage(page.items().stream().map(BulkViews::view).toList()).nextCursor(page.nextCursor());
    }

    private BulkOperation recorded(UUID operationId) {
        BulkOperation operation = existing(operationId);
        if (operation.state() == BulkOperation.State.ASKED) {
            throw Refusal.notFound();
        }
        return operation;
    }

    private static BulkDelivery view(BulkItem item) {
        return new BulkDelivery(
                        item.deliveryId(),
                        BulkOutcome.fromValue(item.outcome().name()),
                        item.outcome().zh())
                .reason(item.reason());
    }

    BulkOperationPage list(BulkQuestion.Newest question) {
        long after = question.cursor().after();
        Page<BulkOperation> page = Page.of(
                store.newest(after <= 0 ? Long.MAX_VALUE : after, question.limit() + 1),
                question.limit(),
                operation -> Cursor.after(operation.number()));
        return new BulkOperationPage(page.items().stream().map(this::view).toList()).nextCursor(page.nextCursor());
    }

    private cn.justicehub.api.server.model.BulkOperation view(BulkOperation operation) {
        BulkAsk.Started asked = BulkAsk.start(records.open(operation));
        return new cn.justicehub.api.server.model.BulkOperation(
                        operation.operationId().toString(),
                        BulkDecision.fromValue(operation.decision().name()),
                        BulkState.fromValue(operation.shown().name()),
                        operation.shown().zh(),
                        operation.agency(),
                        operation.actor(),
                        WireTime.of(operation.askedAt()),
                        operation.counts().total(),
                        operation.counts().done(),
                        operation.counts().skipped(),
                        operation.counts().failed())
                .reason(asked.ask().reason())
                .receiver(asked.selection().agency())
                .parkedReason(asked.selection().parkedReason())
                .approvedBy(operation.approver())
                .expiresAt(WireTime.ofNullable(operation.expiresAt()))
                .endedAt(WireTime.ofNullable(operation.endedAt()));
    }
}
