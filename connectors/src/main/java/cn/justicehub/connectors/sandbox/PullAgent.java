package cn.justicehub.connectors.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** An agency that fetches from its inbox, reacts, and then acknowledges: step by step, or by itself once started. */
public final class PullAgent implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(PullAgent.class.getName());
    private static final Duration POLL = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AgencyClient client;
    private final Reactor reactor;
    private final Thread thread;
    private volatile Consumer<Handled> listener = handled -> {};

    public PullAgent(AgencyClient client, Script script) {
        this.client = client;
        this.reactor = new Reactor(client, script);
        this.thread = new Thread(this::run, "agency-" + client.agency());
        thread.setDaemon(true);
    }

    /**
     * Deals with all that waits in the inbox.
     *
     * @param wait how long to wait for something to come; at most 55 seconds
     */
    public List<Handled> step(Duration wait) throws IOException, HubRefused, InterruptedException {
        List<Handled> done = new ArrayList<>();
        for (Inbound message : client.inbox(wait)) {
            Handled handled = reactor.handle(message);
            client.ack(message.deliveryId());
            done.add(handled);
        }
        return done;
    }

    /** Goes on by itself until closed, telling {@code listener} what it did. */
    public void start(Consumer<Handled> handledListener) {
        listener = handledListener;
        thread.start();
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                step(POLL).forEach(listener);
            } catch (InterruptedException e) {
                return;
            } catch (IOException | HubRefused | RuntimeException e) {
                LOG.log(System.Logger.Level.INFO, "{0} tries again: {1}", client.agency(), e.toString());
                if (!paused()) {
                    return;
                }
            }
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE.toMillis());
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
