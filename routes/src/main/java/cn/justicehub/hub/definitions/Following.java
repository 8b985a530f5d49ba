package cn.justicehub.hub.definitions;

import cn.justicehub.hub.store.Notifications;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Follows when another replica activated definitions: at once when told, and by looking every few seconds. */
@Component
class Following implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    private static final long POLL_SECONDS = 5;
    private static final long STOP_MILLIS = 10_000;

    private final Follower follower;
    private final ApplicationEventPublisher events;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean running;
    private Thread thread = new Thread(this::run, "definitions");

    Following(Follower follower, ApplicationEventPublisher events, Notifications notifications) {
        this.follower = follower;
        this.events = events;
        notifications.on("definitions", revision -> woken.release());
    }

    @Override
    public void start() {
        running = true;
        thread = new Thread(this::run, "definitions");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (running) {
                if (woken.tryAcquire(POLL_SECONDS, TimeUnit.SECONDS)) {
                    woken.drainPermits();
                }
                if (running) {
                    follow();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What cannot be followed now is tried again; what is in force here stays meanwhile. */
    private void follow() {
        try {
            followNow();
        } catch (RuntimeException e) {
            LOG.error("the active definitions cannot be followed: {}", e.getMessage());
        }
    }

    /** @throws IllegalStateException when what is stored does not load */
    void followNow() {
        int revision = follower.follow();
        if (revision > 0) {
            LOG.info("definitions of revision {} are in force here", revision);
            events.publishEvent(new DefinitionsChanged(revision));
        }
    }

    @Override
    public void stop() {
        running = false;
        woken.release();
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
