package cn.justicehub.hub.definitions;

import cn.justicehub.hub.commit.CommitResult;
import cn.justicehub.hub.commit.Committer;
import cn.justicehub.hub.commit.Durable;
import cn.justicehub.hub.commit.RecordDraft;
import cn.justicehub.hub.commit.RecordPreparation;
import cn.justicehub.hub.commit.SystemExchange;
import cn.justicehub.hub.engine.ActRequest;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonArray;
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

    static final String ACT = "activate-definitions";
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
     * @param judged number of the set in force against which it was judged
     * @throws IllegalStateException when it could not be recorded
     */
    void activate(DefinitionSet set, List<DefinitionTable.Definition> definitions, int judged) {
        definitions.forEach(table::store);
        commit(entry(
                RecordDraft.ofHub(
                        RecordDraft.Kind.ADMINISTRATION,
                        null,
                        null,
                        ACT,
                        SystemExchange.ID,
                        UUID.randomUUID(),
                        ActRequest.Sender.HUB,
                        (JsonObject) Json.fromJava(Map.of("digests", set.digests()))),
                set,
                judged));
    }

    /**
     * Activates a set because a person says so; once, however often the same message comes.
     *
     * @param judged number of the set in force against which it was judged
     * @throws Refusal 409 when the message id was used for something else, or another set came in force meanwhile; 503 when it cannot be recorded now
     */
    void activate(DefinitionSet set, List<DefinitionTable.Definition> definitions, int judged, ByPerson by) {
        definitions.forEach(table::store);
        JsonObject payload = (JsonObject) Json.fromJava(Map.of("digests", set.digests(), "reason", by.reason()));
        RecordDraft draft = new RecordDraft(
                RecordDraft.Kind.ADMINISTRATION,
                null,
                null,
                ACT,
                SystemExchange.ID,
                by.messageId(),
                by.agency(),
                by.actor(),
                null,
                payload,
                JsonArray.of(),
                by.body(),
                null);
        if (Durable.result(committer.submit(entry(draft, set, judged))) instanceof CommitResult.Refused refused) {
            throw refused.refusal();
        }
    }

    private ActivationEntry entry(RecordDraft draft, DefinitionSet set, int judged) {
        SystemExchange.Key key = system.key();
        return new ActivationEntry(records.prepare(draft, key.key(), key.isNew()), set.digests(), judged);
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
