package cn.justicehub.hub.bulk;

import cn.justicehub.api.violation.Violation;
import cn.justicehub.hub.bulk.BulkAsk.Approved;
import cn.justicehub.hub.bulk.BulkOperation.State;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.time.BusinessClock;
import cn.justicehub.ledger.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a person decides about an operation: the second one to let it run, anyone to stop it. */
@Component
class BulkDecisions {

    private final BulkStore store;
    private final BulkRecords records;
    private final BulkViews views;
    private final BusinessClock clock;

    BulkDecisions(BulkStore store, BulkRecords records, BulkViews views, BusinessClock clock) {
        this.store = store;
        this.records = records;
        this.views = views;
        this.clock = clock;
    }

    /**
     * Approves.
     *
     * @throws Refusal 404 when there is none, 409 when it does not wait for it, or is approved by who asked; 422 when another
     *     number is approved
     */
    cn.justicehub.api.server.model.BulkOperation approve(BulkQuestion.Decide question) {
        Approved approved = BulkAsk.approval(question.body());
        BulkOperation operation = views.existing(question.operationId());
        String agency = question.caller().agency();
        if (!store.isRecorded(agency, approved.ask().messageId())) {
            require(operation, State.WAITING_APPROVAL);
            check(operation, approved);
            if (!store.approving(
                    operation.operationId(),
                    agency,
                    approved.ask().messageId(),
                    approved.ask().actor().id())) {
                require(views.existing(operation.operationId()));
            }
        }
        records.byPerson(
                "bulk-approved",
                agency,
                approved.ask(),
                facts(operation, approved.ask()).put("total", approved.total()).build(),
                question.body());
        store.begin();
        return views.show(new BulkQuestion.Show(operation.operationId()));
    }

    private void check(BulkOperation operation, Approved approved) {
        List<Violation> violations = new ArrayList<>();
        if (approved.ask().actor().id().equalsIgnoreCase(operation.actor())) {
            violations.add(
                    Violation.of("E-CONFLICT", "/actor", "批准人不得与申请人相同", "whoever asked for it cannot approve it"));
        }
        if (approved.total() != operation.counts().total()) {
            violations.add(Violation.of(
                    "E-STATE",
                    "/total",
                    "所批准的投递数与申请不符，应为" + operation.counts().total(),
                    "the operation is about " + operation.counts().total()));
        }
        Long expiresAt = operation.expiresAt();
        if (expiresAt != null && expiresAt <= clock.now().toEpochMilli()) {
            violations.add(Violation.of("E-STATE", "", "申请已逾期", "the time for approval is over"));
        }
        if (!violations.isEmpty()) {
            throw Refusal.of(409, violations);
        }
    }

    /**
     * Stops.
     *
     * @throws Refusal 404 when there is none, 409 when it has ended
     */
    cn.justicehub.api.server.model.BulkOperation stop(BulkQuestion.Decide question) {
        BulkAsk ask = BulkAsk.stop(question.body());
        BulkOperation operation = views.existing(question.operationId());
        String agency = question.caller().agency();
        if (!store.isRecorded(agency, ask.messageId())) {
            require(operation, State.RUNNING, State.WAITING_APPROVAL);
            store.stopping(operation.operationId()); // first: what is not recorded then has stopped all the same
        }
        records.byPerson("bulk-stopped", agency, ask, facts(operation, ask).build(), question.body());
        return views.show(new BulkQuestion.Show(operation.operationId()));
    }

    private static void require(BulkOperation operation, State... states) {
        if (!List.of(states).contains(operation.state())) {
            throw Refusal.of(
                    409,
                    "E-STATE",
                    "",
                    "该批量操作" + operation.state().zh() + "，不能办理此动作",
                    "the operation is " + operation.state());
        }
    }

    private static JsonObject.Builder facts(BulkOperation operation, BulkAsk ask) {
        return JsonObject.builder()
                .put("operationId", operation.operationId().toString())
                .put("decision", operation.decision().name())
                .put("reason", ask.reason());
    }
}
