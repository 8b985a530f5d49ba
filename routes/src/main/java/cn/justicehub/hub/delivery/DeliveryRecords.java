package cn.justicehub.hub.delivery;

import cn.justicehub.hub.commit.CommitResult;
import cn.justicehub.hub.commit.DeliveryState;
import cn.justicehub.hub.commit.RecordDraft;
import cn.justicehub.hub.commit.RecordPreparation;
import cn.justicehub.hub.commit.Submissions;
import cn.justicehub.hub.crypto.ExchangeKeys;
import cn.justicehub.hub.definitions.Catalogue;
import cn.justicehub.hub.engine.ActRequest;
import cn.justicehub.hub.engine.ClockKeeper;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.read.Exchanges;
import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has the committer record what happens to deliveries. */
@Component
class DeliveryRecords {

    private final Submissions committer;
    private final RecordPreparation records;
    private final ExchangeKeys keys;
    private final Catalogue catalogue;
    private final ClockKeeper clocks;
    private final Exchanges exchanges;

    DeliveryRecords(
            Submissions committer,
            RecordPreparation records,
            ExchangeKeys keys,
            Catalogue catalogue,
            ClockKeeper clocks,
            Exchanges exchanges) {
        this.committer = committer;
        this.records = records;
        this.keys = keys;
        this.catalogue = catalogue;
        this.clocks = clocks;
        this.exchanges = exchanges;
    }

    /**
     * Records a move that the hub itself, or the receiver by acknowledging, makes. Its message id is derived from the
     * delivery and how often it was spoken of, so that it happens once; its sender is the hub, so that no agency can use
     * that id up.
     */
    CompletableFuture<CommitResult> record(
            DeliveryState delivery, DeliveryMove move, @Nullable String reason, long happenedAt) {
        ExchangeState exchange = exchange(delivery);
        RecordDraft draft = RecordDraft.ofHub(
                RecordDraft.Kind.DELIVERY,
                exchange.type(),
                exchange.definitionDigest(),
                move.act(),
                delivery.exchangeId(),
                DeliveryMessageIds.of(delivery.deliveryId(), move, delivery.occurrence()),
                ActRequest.Sender.HUB,
                evidence(delivery, reason, happenedAt));
        String lane = "to " + delivery.receiver();
        return committer.submitOwn(entry(draft, lane, delivery, exchange, move, reason, happenedAt));
    }

    /**
     * Records what an operator decides about a parked delivery.
     *
     * @param reason the short code that stays with the delivery; the operator's own words stand in the draft only
     */
    CompletableFuture<CommitResult> record(
            RecordDraft draft, DeliveryState delivery, DeliveryMove move, @Nullable String reason, long happenedAt) {
        return committer.submit(entry(draft, draft.sender(), delivery, exchange(delivery), move, reason, happenedAt));
    }

    /** As {@link #record}, of many at once: they take turns with each other only. */
    CompletableFuture<CommitResult> recordMany(
            RecordDraft draft, DeliveryState delivery, DeliveryMove move, @Nullable String reason, long happenedAt) {
        String lane = "many of " + draft.sender();
        return committer.submitOwn(entry(draft, lane, delivery, exchange(delivery), move, reason, happenedAt));
    }

    ExchangeState exchange(DeliveryState delivery) {
        ExchangeState exchange = exchanges.find(delivery.exchangeId());
        if (exchange == null) {
            throw Refusal.notFound();
        }
        return exchange;
    }

    private DeliveryEntry entry(
            RecordDraft draft,
            String lane,
            DeliveryState delivery,
            ExchangeState exchange,
            DeliveryMove move,
            @Nullable String reason,
            long happenedAt) {
        return new DeliveryEntry(
                records.prepare(draft, keys.of(delivery.exchangeId()), false),
                lane,
                delivery.deliveryId(),
                move,
                reason,
                happenedAt,
                catalogue.pinned(exchange.definitionDigest()),
                clocks);
    }

    /** What the hub knows about the delivery: for a parked one, the evidence of non-delivery. */
    private static JsonObject evidence(DeliveryState delivery, @Nullable String reason, long happenedAt) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("deliveryId", delivery.deliveryId());
        facts.put("receiver", delivery.receiver());
        facts.put("at", Instant.ofEpochMilli(happenedAt).toString());
        if (reason != null) {
            facts.put("reason", reason);
        }
        if (delivery.firstAttemptAt() != null) {
            facts.put(
                    "firstAttemptAt",
                    Instant.ofEpochMilli(delivery.firstAttemptAt()).toString());
        }
        return (JsonObject) Json.fromJava(facts);
    }
}
