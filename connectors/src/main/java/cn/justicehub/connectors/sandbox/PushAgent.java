package cn.justicehub.connectors.sandbox;

import cn.justicehub.connectors.push.WebhookSecret;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An agency that is pushed to, on an address of this machine. By itself it reacts before it answers the hub, so that a message
 * is never lost with the process; step by step, it takes messages in and reacts when it is told to.
 */
public final class PushAgent implements AutoCloseable {

    private final Reactor reactor;
    private final BlockingDeque<Inbound> waiting = new LinkedBlockingDeque<>();
    private final @Nullable Consumer<Handled> listener;
    private final WebhookServer server;

    private PushAgent(
            URI address, WebhookSecret secret, AgencyClient client, Script script, @Nullable Consumer<Handled> listener)
            throws IOException {
        this.reactor = new Reactor(client, script);
        this.listener = listener;
        this.server = new WebhookServer(address, secret, this::receive);
    }

    /** Listens, and reacts to each message as it comes, telling {@code listener} what it did. */
    public static PushAgent automatic(
            URI address, String secret, AgencyClient client, Script script, Consumer<Handled> listener)
            throws IOException {
        return new PushAgent(address, WebhookSecret.parse(secret), client, script, listener);
    }

    /** Listens, and reacts when {@link #step} is called. */
    public static PushAgent stepwise(URI address, String secret, AgencyClient client, Script script)
            throws IOException {
        return new PushAgent(address, WebhookSecret.parse(secret), client, script, null);
    }

    private void receive(Inbound message) throws IOException, HubRefused, InterruptedException {
        if (listener == null) {
            waiting.add(message);
        } else {
            listener.accept(reactor.handle(message));
        }
    }

    /**
     * Deals with the message that came first of those not yet dealt with; when that fails it stays first.
     *
     * @param wait how long to wait for one to come
     * @return null when none came
     */
    public @Nullable Handled step(Duration wait) throws IOException, HubRefused, InterruptedException {
        Inbound message = waiting.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
        if (message == null) {
            return null;
        }
        boolean handled = false;
        try {
            Handled result = reactor.handle(message);
            handled = true;
            return result;
        } finally {
            if (!handled) {
                waiting.addFirst(message);
            }
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
