package cn.justicehub.hub.inbox;

import cn.justicehub.hub.commit.Wakes;
import cn.justicehub.hub.store.Notifications;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** A bell for each agency, rung by the database on every replica; all of them when the hub stops, so that nobody waits then. */
@Component
class Doorbells implements SmartLifecycle {

    private final Map<String, Bell> bells = new ConcurrentHashMap<>();
    private volatile boolean running;

    Doorbells(Notifications notifications) {
        notifications.on(Wakes.INBOX, this::ring);
    }

    Bell of(String agency) {
        return bells.computeIfAbsent(agency, code -> new Bell());
    }

    void ring(String agency) {
        Bell bell = bells.get(agency);
        if (bell != null) {
            bell.ring();
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** In the last phase to start, and so the first to stop: before the web server waits for its requests. */
    @Override
    public void stop() {
        running = false;
        bells.values().forEach(Bell::ring);
    }

    /** False once the hub stops: nobody should begin to wait. */
    @Override
    public boolean isRunning() {
        return running;
    }
}
