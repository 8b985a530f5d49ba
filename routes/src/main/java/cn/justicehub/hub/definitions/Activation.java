package cn.justicehub.hub.definitions;

import cn.justicehub.hub.commit.CommitResult;
import cn.justicehub.hub.commit.Committer;
import cn.justicehub.hub.commit.RecordDraft;
import cn.justicehub.hub.commit.RecordPreparation;
import cn.justicehub.hub.commit.SystemExchange;
import cn.justicehub.hub.crypto.ExchangeKey;
import cn.justicehub.hub.engine.ActRequest;
import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Puts a set of definitions in force for all replicas: stored, then one record in the log. */
@Component
class Activation {

    private static final long WAIT_SECONDS = 30;

    private final DefinitionTable table;
    private final Committer committer;
    private final RecordPreparation records;
    private final SystemExchange system;

    Activation(DefinitionTable table, Committer committer, RecordPreparation records, SystemExchange system) {
        this.table = table;
        this.committer = committer;
        this.records = records;
        this.system = system;
    }

    /**
     * Activates a set.
     *
     * @throws IllegalStateException when it could not be recorded
     */
    void activate(DefinitionSet set, List<DefinitionTable.Definition> definitions) {
        definitions.forEach(table::store);
        JsonObject payload = (JsonObject) Json.fromJava(Map.of("digests", set.digests()));
        RecordDraft draft = RecordDraft.ofHub(
                RecordDraft.Kind.ADMINISTRATION,
                null,
                null,
                "activate-definitions",
                SystemExchange.ID,
                UUID.randomUUID(),
                ActRequest.Sender.HUB,
                payload);
        SystemExchange.Key key = system.key();
        ExchangeKey dataKey = key.key();
        commit(new ActivationEntry(records.prepare(draft, dataKey, key.isNew()), set.digests()));
    }

    private void commit(ActivationEntry entry) {
        try {
            CommitResult result = committer.submitOwn(entry).get(WAIT_SECONDS, TimeUnit.SECONDS);
            if (result instanceof CommitResult.Refused refused) {
                throw new IllegalStateException(
                        "definitions not activated: " + refused.refusal().getMessage());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while activating definitions", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("definitions not activated in time", e);
        }
    }
}
