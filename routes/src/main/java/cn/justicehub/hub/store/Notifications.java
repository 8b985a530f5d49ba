package cn.justicehub.hub.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Listens to NOTIFY on one connection of its own. A lost notification only delays: everybody also looks now and then. */
@Component
public class Notifications implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
    private static final int WAIT_MILLIS = 500;

    private final DataSource dataSource;
    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private volatile boolean running;
    private Thread thread = new Thread(this::run, "notifications");

    public Notifications(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Calls the listener with the payload of each notification on a channel, in the listening thread. */
    public void on(String channel, Consumer<String> listener) {
        listeners.computeIfAbsent(channel, c -> new CopyOnWriteArrayList<>()).add(listener);
    }

    @Override
    public void start() {
        running = true;
        thread = new Thread(this::run, "notifications");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (running) {
            try (Connection connection = dataSource.getConnection()) {
                listen(connection);
            } catch (SQLException e) {
                if (running) {
                    LOG.warn("listening again after {}", e.getSQLState());
                    pause();
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            for (String channel : listeners.keySet()) {
                statement.execute("listen " + channel);
            }
        }
        PGConnection postgres = connection.unwrap(PGConnection.class);
        try {
            while (running) {
                for (PGNotification notification : nonNull(postgres.getNotifications(WAIT_MILLIS))) {
                    listeners
                            .getOrDefault(notification.getName(), List.of())
                            .forEach(l -> l.accept(notification.getParameter()));
                }
            }
        } finally {
            unlisten(connection);
        }
    }

    /** The connection goes back to the pool; unless the hub stops, and the pool closes it. */
    private void unlisten(Connection connection) throws SQLException {
        if (running && !connection.isClosed()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("unlisten *");
            }
        }
    }

    private static PGNotification[] nonNull(PGNotification @org.jspecify.annotations.Nullable [] notifications) {
        return notifications == null ? new PGNotification[0] : notifications;
    }

    private static void pause() {
        try {
            Thread.sleep(WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before everybody who listens. */
    @Override
    public int getPhase() {
        return SmartLifecycle.super.getPhase() - 1;
    }
}
