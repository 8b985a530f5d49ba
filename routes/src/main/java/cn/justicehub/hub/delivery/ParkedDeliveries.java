package cn.justicehub.hub.delivery;

import cn.justicehub.hub.commit.CommitResult;
import cn.justicehub.hub.commit.DeliveryState;
import cn.justicehub.hub.commit.RecordDraft;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.time.BusinessClock;
import cn.justicehub.ledger.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Parked deliveries as something to decide about by the hundred. */
@Component
public class ParkedDeliveries {

    private final NamedParameterJdbcTemplate jdbc;
    private final DeliveryStore deliveries;
    private final DeliveryRecords records;
    private final BusinessClock clock;

    ParkedDeliveries(
            NamedParameterJdbcTemplate jdbc, DeliveryStore deliveries, DeliveryRecords records, BusinessClock clock) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.records = records;
        this.clock = clock;
    }

    /**
     * Ids of those that are parked now, oldest first.
     *
     * @param agency only those to this agency, or null
     * @param reason only those parked for this reason, or null
     */
    public List<String> select(@Nullable String agency, @Nullable String reason, int most) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("most", most);
        String where = "state = 'PARKED'";
        if (agency != null) {
            where += " and receiver = :agency";
            parameters.put("agency", agency);
        }
        if (reason != null) {
            where += " and reason = :reason";
            parameters.put("reason", reason);
        }
        return jdbc.queryForList(
                "select delivery_id from delivery where " + where + " order by entry limit :most",
                parameters,
                String.class);
    }

    /** Those of the ids that no delivery has. */
    public Collection<String> unknown(Collection<String> deliveryIds) {
        Collection<String> unknown = new TreeSet<>(deliveryIds);
        unknown.removeAll(jdbc.queryForList(
                "select delivery_id from delivery where delivery_id in (:ids)",
                Map.of("ids", deliveryIds),
                String.class));
        return unknown;
    }

    /** Those of the ids whose delivery is not parked now. */
    public Collection<String> notParked(Collection<String> deliveryIds) {
        return new TreeSet<>(jdbc.queryForList(
                "select delivery_id from delivery where delivery_id in (:ids) and state <> 'PARKED'",
                Map.of("ids", deliveryIds),
                String.class));
    }

    /**
     * Records a decision about one. Its message id follows from the operation and the delivery, so that it happens once.
     *
     * @param agency the operator's
     * @param reason why, in the operator's words; kept in the sealed record only
     * @return null when it is no longer parked, and was not decided by this operation
     */
    public @Nullable CompletableFuture<CommitResult> decide(
            String deliveryId,
            OperatorRequest.Decision decision,
            String agency,
            RecordDraft.Actor actor,
            String reason,
            UUID operationId) {
        DeliveryState delivery = deliveries.find(deliveryId);
        if (delivery == null) {
            return null;
        }
        UUID messageId =
                UUID.nameUUIDFromBytes(("bulk/" + operationId + "/" + deliveryId).getBytes(StandardCharsets.UTF_8));
        if (delivery.state() != DeliveryState.State.PARKED && !isRecorded(agency, messageId)) {
            return null;
        }
        ExchangeState exchange;
        try {
            exchange = records.exchange(delivery);
        } catch (Refusal gone) {
            return null;
        }
        JsonObject payload = JsonObject.builder()
                .put("deliveryId", deliveryId)
                .put("receiver", delivery.receiver())
                .put("reason", reason)
                .put("operationId", operationId.toString())
                .build();
        RecordDraft draft = RecordDraft.ofHub(
                        RecordDraft.Kind.DELIVERY,
                        exchange.type(),
                        exchange.definitionDigest(),
                        decision.move().act(),
                        delivery.exchangeId(),
                        messageId,
                        agency,
                        payload)
                .by(actor);
        return records.recordMany(
                draft, delivery, decision.move(), delivery.reason(), clock.now().toEpochMilli());
    }

    private boolean isRecorded(String agency, UUID messageId) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from message_key where sender = :agency and message_id = :id)",
                Map.of("agency", agency, "id", messageId),
                Boolean.class));
    }
}
