package cn.justicehub.connectors.sandbox;

import cn.justicehub.connectors.push.WebhookSecret;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Receives Standard Webhooks requests: checks signature and time, passes each delivery on once, and answers 2xx only when it has
 * been dealt with. A repeat of a delivery that was dealt with is answered 2xx and goes no further.
 */
final class WebhookServer implements AutoCloseable {

    /** Deals with a delivery, or throws when it is to be sent again. */
    interface Receiver {
        void receive(Inbound message) throws Exception;
    }

    private static final System.Logger LOG = System.getLogger(WebhookServer.class.getName());

    /** How far a timestamp may be off (Standard Webhooks recommends five minutes). */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final int LONGEST_BODY = 2 * 1024 * 1024;

    /** How many deliveries a repeat is recognised after. */
    private static final int REMEMBERED = 100_000;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "webhook");
        thread.setDaemon(true);
        return thread;
    });
    private final WebhookSecret secret;
    private final Receiver receiver;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Set<String> done = Collections.newSetFromMap(Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));

    WebhookServer(URI address, WebhookSecret secret, Receiver receiver) throws IOException {
        this.secret = secret;
        this.receiver = receiver;
        server = HttpServer.create(new InetSocketAddress(address.getHost(), address.getPort()), 0);
        server.setExecutor(threads);
        server.createContext(address.getPath(), this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
            exchange.sendResponseHeaders(status(exchange, body), -1);
        }
    }

    private int status(HttpExchange exchange, byte[] body) {
        if (!exchange.getRequestMethod().equals("POST")) {
            return 405;
        }
        if (body.length > LONGEST_BODY) {
            return 413;
        }
        String id = exchange.getRequestHeaders().getFirst("webhook-id");
        if (id == null || !authentic(exchange, id, body)) {
            return 401;
        }
        if (done.contains(id)) {
            return 204;
        }
        return underWay.add(id) ? dealWith(id, body) : 503;
    }

    private boolean authentic(HttpExchange exchange, String id, byte[] body) {
        String signature = exchange.getRequestHeaders().getFirst("webhook-signature");
        Instant at = time(exchange.getRequestHeaders().getFirst("webhook-timestamp"));
        return signature != null
                && at != null
                && Duration.between(at, Instant.now()).abs().compareTo(TOLERANCE) <= 0
                && secret.verifies(signature, id, at.getEpochSecond(), body);
    }

    private static @Nullable Instant time(@Nullable String seconds) {
        return seconds != null && seconds.matches("\\d{1,11}") ? Instant.ofEpochSecond(Long.parseLong(seconds)) : null;
    }

    private int dealWith(String id, byte[] body) {
        try {
            Inbound message = read(body);
            if (message == null) {
                return 422;
            }
            receiver.receive(message);
            done.add(id);
            return 204;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 503;
        } catch (Exception e) {
            LOG.log(System.Logger.Level.INFO, "delivery {0} is to come again: {1}", id, e.toString());
            return 503;
        } finally {
            underWay.remove(id);
        }
    }

    private static @Nullable Inbound read(byte[] body) {
        try {
            return Inbound.from(Json.MAPPER.readTree(body));
        } catch (JacksonException | IllegalArgumentException | DateTimeException unreadable) {
            return null;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
