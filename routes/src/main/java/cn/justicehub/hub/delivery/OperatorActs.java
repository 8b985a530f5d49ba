package cn.justicehub.hub.delivery;

import cn.justicehub.hub.commit.DeliveryState;
import cn.justicehub.hub.commit.Durable;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.commit.MessageDigests;
import cn.justicehub.hub.commit.RecordDraft;
import cn.justicehub.hub.commit.Repeats;
import cn.justicehub.hub.crypto.IndexKey;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.intake.Answer;
import cn.justicehub.hub.intake.Answers;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.read.MessageStore;
import cn.justicehub.hub.time.BusinessClock;
import cn.justicehub.ledger.json.JsonArray;
import cn.justicehub.ledger.json.JsonObject;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decisions of operators about parked deliveries; each is a record of the delivery's exchange. */
@Component
class OperatorActs {

    private final DeliveryStore deliveries;
    private final DeliveryRecords records;
    private final MessageStore messages;
    private final Answers answers;
    private final IndexKey indexKey;
    private final BusinessClock clock;

    OperatorActs(
            DeliveryStore deliveries,
            DeliveryRecords records,
            MessageStore messages,
            Answers answers,
            IndexKey indexKey,
            BusinessClock clock) {
        this.deliveries = deliveries;
        this.records = records;
        this.messages = messages;
        this.answers = answers;
        this.indexKey = indexKey;
        this.clock = clock;
    }

    /**
     * Records a decision, or answers as the first time when it comes again.
     *
     * @throws Refusal 404 when there is no such delivery, 409 when it is not parked or the message id was used otherwise
     */
    Answer record(OperatorAct act) {
        DeliveryState delivery = deliveries.find(act.request().deliveryId());
        if (delivery == null) {
            throw Refusal.notFound();
        }
        RecordDraft draft = draft(act, delivery, records.exchange(delivery));
        Answer before = answeredBefore(draft);
        if (before != null) {
            return before;
        }
        DeliveryMove move = act.request().decision().move();
        return answers.of(Durable.result(records.record(
                draft, delivery, move, delivery.reason(), clock.now().toEpochMilli())));
    }

    private static RecordDraft draft(OperatorAct act, DeliveryState delivery, ExchangeState exchange) {
        JsonObject payload = JsonObject.builder()
                .put("deliveryId", delivery.deliveryId())
                .put("receiver", delivery.receiver())
                .put("reason", act.reason())
                .build();
        return new RecordDraft(
                RecordDraft.Kind.DELIVERY,
                exchange.type(),
                exchange.definitionDigest(),
                act.request().decision().move().act(),
                delivery.exchangeId(),
                act.messageId(),
                act.request().caller().agency(),
                act.actor(),
                null,
                payload,
                JsonArray.of(),
                act.request().body(),
                null);
    }

    private @Nullable Answer answeredBefore(RecordDraft draft) {
        MessageStore.Known known = messages.known(draft.sender(), draft.messageId());
        if (known == null) {
            return null;
        }
        byte[] content = MessageDigests.content(
                indexKey,
                String.valueOf(draft.type()),
                draft.act(),
                draft.exchangeId(),
                draft.payload(),
                draft.attachments());
        if (!Arrays.equals(known.contentDigest(), content)) {
            throw Repeats.otherContent();
        }
        return answers.again(EntryId.ofNumber(known.entry()));
    }
}
