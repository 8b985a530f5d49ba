package cn.justicehub.hub.clock;

import cn.justicehub.api.definition.ClockRule;
import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.hub.commit.CommitResult;
import cn.justicehub.hub.commit.Entry;
import cn.justicehub.hub.commit.Prepared;
import cn.justicehub.hub.commit.RecordDraft;
import cn.justicehub.hub.commit.RecordPreparation;
import cn.justicehub.hub.commit.Submissions;
import cn.justicehub.hub.crypto.ExchangeKeys;
import cn.justicehub.hub.definitions.Catalogue;
import cn.justicehub.hub.definitions.KnownAgencies;
import cn.justicehub.hub.engine.ActRequest;
import cn.justicehub.hub.engine.ClockState;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.engine.Lateness;
import cn.justicehub.hub.read.Exchanges;
import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has the committer record what the hub has to say of a clock. */
@Component
class ClockRecords {

    private final Exchanges exchanges;
    private final Catalogue catalogue;
    private final Submissions committer;
    private final RecordPreparation records;
    private final ExchangeKeys keys;
    private final ConcurrentMap<UUID, CompletableFuture<CommitResult>> underWay = new ConcurrentHashMap<>();

    ClockRecords(
            Exchanges exchanges,
            Catalogue catalogue,
            Submissions committer,
            RecordPreparation records,
            ExchangeKeys keys) {
        this.exchanges = exchanges;
        this.catalogue = catalogue;
        this.committer = committer;
        this.records = records;
        this.keys = keys;
    }

    /**
     * A clock with what its definition says of it.
     *
     * @param type definition of its exchange
     * @param exchange its exchange as it was found
     */
    record Known(ClockState clock, ClockRule rule, ExchangeType type, ExchangeState exchange) {

        /** Who owes what, under which article, and since when. */
        Map<String, Object> facts() {
            Map<String, Object> facts = new TreeMap<>();
            facts.put("clock", clock.name());
            facts.put("owes", clock.owes());
            facts.put("article", rule.article());
            facts.put("mark", rule.mark());
            facts.put("startedAt", Instant.ofEpochMilli(clock.startedAt()).toString());
            return facts;
        }

        /** Adds when who owes had it, and until when it is due, as far as that is known. */
        void addTimes(Map<String, Object> facts) {
            if (clock.receivedAt() != null) {
                facts.put("receivedAt", Instant.ofEpochMilli(clock.receivedAt()).toString());
            }
            if (clock.dueAt() != null) {
                facts.put("dueAt", Instant.ofEpochMilli(clock.dueAt()).toString());
            }
            if (clock.dueDate() != null) {
                facts.put("dueDate", clock.dueDate().toString());
            }
        }
    }

    /** Adds by how much the hub itself is late to say so, where it is. */
    static void late(Map<String, Object> facts, ClockState clock, long since, Instant now) {
        Duration late = Lateness.of(clock, since, now.toEpochMilli());
        if (late != null) {
            facts.put("recordedAt", now.toString());
            facts.put("lateBy", late.toString());
        }
    }

    Known known(ClockState clock) {
        ExchangeState exchange = exchanges.find(clock.exchangeId());
        if (exchange == null) {
            throw new IllegalStateException("clock without exchange " + clock.exchangeId());
        }
        ExchangeType type = catalogue.pinned(exchange.definitionDigest());
        ClockRule rule = type.clocks().get(clock.name());
        if (rule == null) {
            throw new IllegalStateException("clock without rule: " + clock.name());
        }
        return new Known(clock, rule, type, exchange);
    }

    /** The agencies in force. */
    KnownAgencies agencies() {
        return new KnownAgencies(catalogue.agencies());
    }

    /**
     * A hub act about a clock. Its message id is derived from the cause, the exchange, the clock and its occurrence, so
     * that it happens once.
     */
    Prepared prepare(Known known, String act, String cause, Map<String, Object> facts) {
        ClockState clock = known.clock();
        RecordDraft draft = RecordDraft.ofHub(
                RecordDraft.Kind.HUB_ACT,
                known.type().name(),
                known.type().digest(),
                act,
                clock.exchangeId(),
                derivedId(cause, clock),
                ActRequest.Sender.HUB,
                (JsonObject) Json.fromJava(facts));
        return records.prepare(draft, keys.of(clock.exchangeId()), false);
    }

    /** Hands a record in, unless this replica waits for the same one already. */
    CompletableFuture<CommitResult> submit(Entry entry) {
        UUID id = entry.prepared().messageId();
        CompletableFuture<CommitResult> fresh = new CompletableFuture<>();
        CompletableFuture<CommitResult> waiting = underWay.putIfAbsent(id, fresh);
        if (waiting != null) {
            return waiting;
        }
        try {
            committer.submitOwn(entry).whenComplete((result, failure) -> end(id, fresh, result, failure));
        } catch (RuntimeException e) {
            end(id, fresh, null, e);
            throw e;
        }
        return fresh;
    }

    private void end(
            UUID id,
            CompletableFuture<CommitResult> fresh,
            @Nullable CommitResult result,
            @Nullable Throwable failure) {
        underWay.remove(id);
        if (failure != null) {
            fresh.completeExceptionally(failure);
        } else if (result != null) {
            fresh.complete(result);
        }
    }

    private static UUID derivedId(String cause, ClockState clock) {
        String whole = cause + "/" + clock.exchangeId() + "/" + clock.name() + "/" + clock.occurrence();
        return UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8));
    }
}
