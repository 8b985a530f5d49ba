package cn.justicehub.hub.bulk;

import cn.justicehub.hub.bulk.BulkOperation.Counts;
import cn.justicehub.hub.commit.CommitResult;
import cn.justicehub.hub.commit.Durable;
import cn.justicehub.hub.commit.RecordDraft;
import cn.justicehub.hub.commit.RecordPreparation;
import cn.justicehub.hub.commit.Submissions;
import cn.justicehub.hub.commit.SystemExchange;
import cn.justicehub.hub.crypto.ExchangeKey;
import cn.justicehub.hub.engine.ActRequest;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.ledger.json.JsonArray;
import cn.justicehub.ledger.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Records in the system exchange: asked, approved, stopped by a person; ended by the hub. */
@Component
class BulkRecords {

    private final Submissions committer;
    private final RecordPreparation records;
    private final SystemExchange system;

    BulkRecords(Submissions committer, RecordPreparation records, SystemExchange system) {
        this.committer = committer;
        this.records = records;
        this.system = system;
    }

    /**
     * Records what a person does about an operation; once, however often it comes.
     *
     * @param body as received
     * @throws Refusal 409 when the message id was used for something else, 503 when it cannot be recorded now
     */
    void byPerson(String act, String agency, BulkAsk ask, JsonObject facts, byte[] body) {
        require(new RecordDraft(
                RecordDraft.Kind.ADMINISTRATION,
                null,
                null,
                act,
                SystemExchange.ID,
                ask.messageId(),
                agency,
                ask.actor(),
                null,
                facts,
                JsonArray.of(),
                body,
                null));
    }

    /** Records how an operation ended; once. */
    void ended(String act, UUID operationId, Counts counts) {
        UUID messageId = UUID.nameUUIDFromBytes(("bulk-ended/" + operationId).getBytes(StandardCharsets.UTF_8));
        JsonObject facts = JsonObject.builder()
                .put("operationId", operationId.toString())
                .put("total", counts.total())
                .put("done", counts.done())
                .put("skipped", counts.skipped())
                .put("failed", counts.failed())
                .build();
        require(RecordDraft.ofHub(
                RecordDraft.Kind.ADMINISTRATION,
                null,
                null,
                act,
                SystemExchange.ID,
                messageId,
                ActRequest.Sender.HUB,
                facts));
    }

    private void require(RecordDraft draft) {
        SystemExchange.Key key = system.key();
        CommitResult result =
                Durable.result(committer.submit(new BulkEntry(records.prepare(draft, key.key(), key.isNew()))));
        if (result instanceof CommitResult.Refused refused) {
            throw refused.refusal();
        }
    }

    byte[] seal(UUID operationId, byte[] body) {
        return system.key().key().seal(ExchangeKey.Purpose.BODY, operationId, body);
    }

    byte[] open(BulkOperation operation) {
        return system.key().key().open(ExchangeKey.Purpose.BODY, operation.operationId(), operation.requestSealed());
    }
}
