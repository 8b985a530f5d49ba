package cn.justicehub.hub.delivery;

import cn.justicehub.api.server.model.Delivery;
import cn.justicehub.api.server.model.DeliveryState;
import cn.justicehub.hub.commit.DeliveryState.State;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.commit.Rows;
import cn.justicehub.hub.engine.ActRequest;
import cn.justicehub.hub.time.WireTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Deliveries as the API tells them: with what holds them, and the record that proves non-delivery. */
@Component
public class DeliveryViews {

    /** Condition under which a queued delivery {@code d} is held: one before it in its lane is parked. */
    public static final String HELD = "exists (select 1 from delivery b where b.receiver = d.receiver"
            + " and b.exchange_id = d.exchange_id and b.entry < d.entry and b.state = 'PARKED')";

    private static final String SELECT = "select d.*, x.type, m.act, case when d.state = 'QUEUED' then"
            + " (select b.delivery_id from delivery b where b.receiver = d.receiver and b.exchange_id = d.exchange_id"
            + " and b.entry < d.entry and b.state = 'PARKED' order by b.entry limit 1) end as held_behind"
            + " from delivery d join exchange x on x.exchange_id = d.exchange_id join message m on m.entry = d.entry";

    private final NamedParameterJdbcTemplate jdbc;

    public DeliveryViews(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Deliveries of one message, by receiver. */
    public List<Delivery> ofMessage(EntryId entry) {
        return find("where d.entry = :entry order by d.receiver", Map.of("entry", entry.number()));
    }

    /**
     * Deliveries that a condition selects.
     *
     * @param rest the statement after its {@code from}; {@code d} is the delivery
     */
    public List<Delivery> find(String rest, Map<String, ?> parameters) {
        Map<UUID, Delivery> parked = new HashMap<>();
        List<Delivery> views =
                jdbc.query(SELECT + " " + rest, parameters, (row, number) -> noted(Rows.delivery(row), row, parked));
        if (!parked.isEmpty()) {
            jdbc.query(
                    "select message_id, entry from message_key where sender = :hub and message_id in (:ids)",
                    Map.of("hub", ActRequest.Sender.HUB, "ids", parked.keySet()),
                    row -> {
                        Delivery view = parked.get(row.getObject(1, UUID.class));
                        if (view != null) {
                            view.evidenceEntryId(
                                    EntryId.ofNumber(row.getLong(2)).toString());
                        }
                    });
        }
        return views;
    }

    private static Delivery noted(
            cn.justicehub.hub.commit.DeliveryState delivery, ResultSet row, Map<UUID, Delivery> parked)
            throws SQLException {
        Delivery view = view(delivery, row);
        int since = recordsSinceParked(delivery.state());
        if (since > 0) {
            parked.put(DeliveryMessageIds.parked(delivery.deliveryId(), delivery.occurrence() - since), view);
        }
        return view;
    }

    /** Records from the one that parked it on, itself included; 0 when it is not, or no longer, parked. */
    private static int recordsSinceParked(State state) {
        return state == State.PARKED ? 1 : state == State.GIVEN_UP ? 2 : 0;
    }

    private static Delivery view(cn.justicehub.hub.commit.DeliveryState delivery, ResultSet row) throws SQLException {
        String heldBehind = row.getString("held_behind");
        long nextAt = row.getLong("next_at");
        boolean waits = delivery.state() == State.QUEUED && heldBehind == null;
        return new Delivery(
                        delivery.deliveryId(),
                        EntryId.ofNumber(delivery.entry()).toString(),
                        delivery.exchangeId().toString(),
                        row.getString("type"),
                        row.getString("act"),
                        delivery.receiver(),
                        state(delivery.state(), heldBehind),
                        delivery.sent(),
                        WireTime.of(delivery.createdAt()))
                .reason(delivery.reason())
                .heldBehind(heldBehind)
                .nextAt(waits && nextAt > 0 ? WireTime.of(nextAt) : null)
                .receivedAt(WireTime.ofNullable(delivery.receivedAt()))
                .endedAt(WireTime.ofNullable(delivery.finishedAt()));
    }

    private static DeliveryState state(State state, @Nullable String heldBehind) {
        if (state == State.QUEUED) {
            return heldBehind == null ? DeliveryState.WAITING : DeliveryState.HELD;
        }
        return DeliveryState.fromValue(state.name());
    }
}
