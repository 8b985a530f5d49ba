package cn.justicehub.hub.commit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Tells the other side of the database that there is work: relays and waiting inboxes of every replica. */
public final class Wakes {

    /** Channel on which relays wait. */
    public static final String RELAY = "hub_relay";

    /** Channel on which inboxes wait; the payload is an agency code. */
    public static final String INBOX = "hub_inbox";

    private Wakes() {}

    static void notify(Connection connection, List<AcceptedRecord> accepted, boolean relay) throws SQLException {
        List<String> inboxes = accepted.stream()
                .flatMap(record -> record.effect().receivers().entrySet().stream())
                .filter(receiver -> receiver.getValue() == DeliveryState.Mode.PULL)
                .map(java.util.Map.Entry::getKey)
                .distinct()
                .toList();
        boolean released = accepted.stream().anyMatch(record -> record.effect().delivery() != null);
        if (!inboxes.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(
                    "select pg_notify('" + INBOX + "', agency) from unnest(?) as u(agency)")) {
                GroupLoader.setArray(statement, 1, "text", inboxes.toArray());
                statement.execute();
            }
        }
        if (relay || released) {
            try (PreparedStatement statement = connection.prepareStatement("select pg_notify('" + RELAY + "', '')")) {
                statement.execute();
            }
        }
    }
}
