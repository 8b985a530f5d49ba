package cn.justicehub.hub.commit;

import cn.justicehub.hub.commit.DeliveryState.Mode;
import cn.justicehub.hub.commit.DeliveryState.State;
import cn.justicehub.hub.engine.ClockState;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.ledger.json.Jcs;
import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonFault;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads state rows; shared by the committer and everything that only looks. */
public final class Rows {

    private Rows() {}

    /** Exchanges by id, in no order. */
    public static List<ExchangeState> exchanges(Connection connection, Object[] ids) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select * from exchange where exchange_id = any(?)")) {
            GroupLoader.setArray(statement, 1, "uuid", ids);
            ResultSet rows = statement.executeQuery();
            List<ExchangeState> found = new ArrayList<>();
            while (rows.next()) {
                found.add(exchange(rows));
            }
            return found;
        }
    }

    /** All clocks of exchanges, running or not, in the order of their start. */
    public static List<ClockState> clocks(Connection connection, Object[] ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select * from clock where exchange_id = any(?) order by started_entry, name")) {
            GroupLoader.setArray(statement, 1, "uuid", ids);
            ResultSet rows = statement.executeQuery();
            List<ClockState> found = new ArrayList<>();
            while (rows.next()) {
                found.add(clock(rows));
            }
            return found;
        }
    }

    /** Deliveries by id, in no order. */
    public static List<DeliveryState> deliveries(Connection connection, Object[] ids) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select * from delivery where delivery_id = any(?)")) {
            GroupLoader.setArray(statement, 1, "text", ids);
            ResultSet rows = statement.executeQuery();
            List<DeliveryState> found = new ArrayList<>();
            while (rows.next()) {
                found.add(delivery(rows));
            }
            return found;
        }
    }

    /** The exchange in the present row. */
    public static ExchangeState exchange(ResultSet row) throws SQLException {
        return new ExchangeState(
                row.getObject("exchange_id", UUID.class),
                row.getString("type"),
                row.getString("definition_digest"),
                row.getString("state"),
                Set.of((String[]) row.getArray("flags").getArray()),
                strings(row.getString("parties")),
                strings(row.getString("actors")),
                row.getLong("opened_at"),
                row.getLong("updated_at"),
                row.getBoolean("ended"),
                row.getInt("seq"),
                row.getLong("opened_entry"),
                row.getLong("last_entry"),
                strings(row.getString("concurring")));
    }

    /** The delivery in the present row. */
    public static DeliveryState delivery(ResultSet row) throws SQLException {
        return new DeliveryState(
                row.getString("delivery_id"),
                row.getLong("entry"),
                row.getObject("exchange_id", UUID.class),
                row.getString("receiver"),
                Mode.valueOf(row.getString("mode")),
                State.valueOf(row.getString("state")),
                row.getLong("created_at"),
                row.getInt("attempt"),
                row.getInt("sent"),
                row.getInt("failures"),
                row.getString("reason"),
                row.getObject("first_attempt_at", Long.class),
                row.getObject("last_attempt_at", Long.class),
                row.getObject("received_at", Long.class),
                row.getObject("finished_at", Long.class),
                row.getInt("occurrence"));
    }

    /** The clock in the present row. */
    public static ClockState clock(ResultSet row) throws SQLException {
        return new ClockState(
                row.getObject("exchange_id", UUID.class),
                row.getString("name"),
                row.getInt("occurrence"),
                row.getString("owes"),
                row.getLong("started_entry"),
                row.getLong("started_at"),
                row.getObject("start_date", LocalDate.class),
                row.getObject("received_at", Long.class),
                row.getLong("alarm_at"),
                row.getObject("due_date", LocalDate.class),
                row.getObject("due_at", Long.class),
                row.getBoolean("provisional"),
                row.getObject("stopped_at", Long.class),
                row.getObject("lapsed_at", Long.class),
                row.getObject("paused_at", Long.class),
                pauses(row.getArray("pauses")),
                row.getObject("not_received_at", Long.class),
                new ClockState.Ladder(row.getInt("steps"), row.getObject("step_at", Long.class)));
    }

    private static List<ClockState.Pause> pauses(@Nullable Array array) throws SQLException {
        List<ClockState.Pause> pauses = new ArrayList<>();
        if (array != null) {
            Long[] values = (Long[]) array.getArray();
            for (int i = 0; i + 1 < values.length; i += 2) {
                pauses.add(new ClockState.Pause(values[i], values[i + 1]));
            }
        }
        return pauses;
    }

    private static Map<String, String> strings(String json) {
        Map<String, String> map = new HashMap<>();
        try {
            if (Json.parse(json.getBytes(StandardCharsets.UTF_8)) instanceof JsonObject object) {
                object.members().forEach((name, value) -> map.put(name, ((JsonString) value).value()));
            }
        } catch (JsonFault fault) {
            throw new IllegalStateException("a column holds no JSON", fault);
        }
        return map;
    }

    /** The JSON of a map of strings, as its column keeps it. */
    static String json(Map<String, String> map) {
        return new String(Jcs.encode(Json.fromJava(map)), StandardCharsets.UTF_8);
    }
}
