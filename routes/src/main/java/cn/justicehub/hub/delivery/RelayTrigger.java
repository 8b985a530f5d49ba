package cn.justicehub.hub.delivery;

import cn.justicehub.hub.commit.Wakes;
import cn.justicehub.hub.store.Notifications;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the relay when the database says that there is something to carry, and now and then without being told. */
@Component
class RelayTrigger implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RelayTrigger.class);

    private final ProducerTemplate camel;
    private final DeliverySettings settings;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean running;
    private Thread thread = new Thread(this::run, "relay");

    RelayTrigger(ProducerTemplate camel, DeliverySettings settings, Notifications notifications) {
        this.camel = camel;
        this.settings = settings;
        notifications.on(Wakes.RELAY, payload -> woken.release());
    }

    @Override
    public void start() {
        running = true;
        thread = new Thread(this::run, "relay");
        thread.start();
    }

    private void run() {
        try {
            while (running) {
                if (woken.tryAcquire(settings.sweep().toMillis(), TimeUnit.MILLISECONDS)) {
                    woken.drainPermits();
                }
                if (camel.getCamelContext().isStarted()) {
                    relay();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A relay that fails has lost nothing: leases run out. */
    private void relay() {
        try {
            camel.sendBody(RelayRoute.FROM, "");
        } catch (CamelExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            LOG.warn("relay failed: {}", cause.getClass().getName());
        }
    }

    @Override
    public void stop() {
        running = false;
        woken.release();
        try {
            thread.join(settings.lease().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
