package cn.justicehub.hub.delivery;

import cn.justicehub.hub.commit.DeliveryState;
import cn.justicehub.hub.commit.Durable;
import cn.justicehub.hub.commit.RecordDraft;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.intake.Answer;
import cn.justicehub.hub.intake.Answers;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.time.BusinessClock;
import cn.justicehub.ledger.json.JsonArray;
import cn.justicehub.ledger.json.JsonObject;
import org.springframework.stereotype.Component;

/** Decisions of operators about parked deliveries; each is a record of the delivery's exchange. */
@Component
class OperatorActs {

    private final DeliveryStore deliveries;
    private final DeliveryRecords records;
    private final Answers answers;
    private final BusinessClock clock;

    OperatorActs(DeliveryStore deliveries, DeliveryRecords records, Answers answers, BusinessClock clock) {
        this.deliveries = deliveries;
        this.records = records;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * Records a decision; the committer answers as the first time when it comes again.
     *
     * @throws Refusal 404 when there is no such delivery, 409 when it is not parked or the message id was used otherwise
     */
    Answer record(OperatorAct act) {
        DeliveryState delivery = deliveries.find(act.request().deliveryId());
        if (delivery == null) {
            throw Refusal.notFound();
        }
        RecordDraft draft = draft(act, delivery, records.exchange(delivery));
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
}
