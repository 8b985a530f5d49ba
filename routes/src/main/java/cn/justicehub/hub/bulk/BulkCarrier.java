package cn.justicehub.hub.bulk;

import cn.justicehub.api.violation.Violation;
import cn.justicehub.hub.bulk.BulkItem.Outcome;
import cn.justicehub.hub.bulk.BulkOperation.State;
import cn.justicehub.hub.commit.CommitResult;
import cn.justicehub.hub.commit.Durable;
import cn.justicehub.hub.crypto.SealBroken;
import cn.justicehub.hub.delivery.ParkedDeliveries;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.time.BusinessClock;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries operations out, a batch at a time, so that others' messages come between and it can be stopped. Any replica goes
 * on with any of them: what is decided about a delivery has an id of its own and so happens once.
 */
@Component
class BulkCarrier {

    private static final Logger LOG = LoggerFactory.getLogger(BulkCarrier.class);

    private static final String NOT_PARKED = "E-STATE";
    private static final String UNREADABLE = "UNREADABLE";

    private final BulkStore store;
    private final BulkRecords records;
    private final BulkViews views;
    private final ParkedDeliveries deliveries;
    private final BulkSettings settings;
    private final BusinessClock clock;
    private final InstantSource realTime;

    BulkCarrier(
            BulkStore store,
            BulkRecords records,
            BulkViews views,
            ParkedDeliveries deliveries,
            BulkSettings settings,
            BusinessClock clock,
            InstantSource realTime) {
        this.store = store;
        this.records = records;
        this.views = views;
        this.deliveries = deliveries;
        this.settings = settings;
        this.clock = clock;
        this.realTime = realTime;
    }

    /** Operations that want a step, taken for this replica. */
    List<UUID> find() {
        store.begin();
        return store.take(realTime.millis(), clock.now().toEpochMilli());
    }

    /** One step. What fails is done again when the operation is taken again. */
    void step(UUID operationId) {
        try {
            step(views.existing(operationId));
        } finally {
            store.giveBack(operationId);
        }
    }

    private void step(BulkOperation operation) {
        if (operation.state() == State.RUNNING) {
            carry(operation);
            BulkOperation after = views.existing(operation.operationId());
            if (after.counts().allDecided()) {
                end(after, State.RUNNING, State.FINISHED);
            }
        } else if (operation.state() == State.STOPPING) {
            end(operation, State.STOPPING, State.STOPPED);
        } else if (operation.state() == State.WAITING_APPROVAL) {
            end(operation, State.WAITING_APPROVAL, State.EXPIRED);
        } else if (operation.ending() != null) {
            end(operation, State.ENDING, operation.ending());
        }
    }

    /** First nothing else can be decided about it, then its end is recorded, whichever it is: once. */
    private void end(BulkOperation operation, State from, State into) {
        if (store.ending(operation.operationId(), from, into)) {
            records.ended("bulk-" + into.name().toLowerCase(Locale.ROOT), operation.operationId(), operation.counts());
            store.ended(operation.operationId(), clock.now().toEpochMilli());
        }
    }

    private void carry(BulkOperation operation) {
        BulkAsk.Started started = BulkAsk.start(records.open(operation));
        Map<String, @Nullable CompletableFuture<CommitResult>> submitted = new LinkedHashMap<>();
        for (String deliveryId : store.waiting(operation.operationId(), settings.batch())) {
            submitted.put(deliveryId, decide(operation, started, deliveryId));
        }
        submitted.forEach((deliveryId, result) -> {
            BulkItem item = result == null
                    ? new BulkItem(deliveryId, Outcome.SKIPPED, NOT_PARKED)
                    : outcome(deliveryId, result);
            if (item != null) {
                store.outcome(operation.operationId(), item);
            }
        });
    }

    /** One that cannot be decided, whatever is wrong with it, is no reason to leave the others. */
    private @Nullable CompletableFuture<CommitResult> decide(
            BulkOperation operation, BulkAsk.Started started, String deliveryId) {
        try {
            return deliveries.decide(
                    deliveryId,
                    operation.decision(),
                    operation.agency(),
                    started.ask().actor(),
                    started.ask().reason(),
                    operation.operationId());
        } catch (Refusal refusal) {
            return CompletableFuture.completedFuture(new CommitResult.Refused(refusal));
        } catch (SealBroken | IllegalStateException e) {
            LOG.warn("{} cannot be decided: {}", deliveryId, e.getClass().getName());
            return CompletableFuture.completedFuture(
                    new CommitResult.Refused(Refusal.of(422, UNREADABLE, "", "无法办理", "cannot be decided")));
        }
    }

    /** What became of one, or null when nobody knows yet: it is tried again. */
    private static @Nullable BulkItem outcome(String deliveryId, CompletableFuture<CommitResult> submitted) {
        try {
            CommitResult result = Durable.result(submitted);
            if (!(result instanceof CommitResult.Refused refused)) {
                return new BulkItem(deliveryId, Outcome.DONE, null);
            }
            int status = refused.refusal().status();
            Outcome outcome = status == 409 ? Outcome.SKIPPED : Outcome.FAILED;
            return status == 503 ? null : new BulkItem(deliveryId, outcome, code(refused.refusal()));
        } catch (Refusal notKnownYet) {
            return null;
        }
    }

    private static String code(Refusal refusal) {
        return refusal.violations().stream().map(Violation::code).findFirst().orElse("HTTP_" + refusal.status());
    }
}
