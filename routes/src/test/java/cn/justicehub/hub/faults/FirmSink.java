package cn.justicehub.hub.faults;

import cn.justicehub.connectors.push.WebhookSecret;
import cn.justicehub.connectors.sandbox.SandboxHome;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The law firm's endpoint: checks signatures, notes all that comes, and answers as the test wants. */
final class FirmSink implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * A request that came with a good signature.
     *
     * @param id the receiver's stable id
     * @param status what it was answered with
     */
    record Arrival(String id, String exchangeId, String act, int status) {

        boolean taken() {
            return status == 204;
        }
    }

    private final WebhookSecret secret;
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private final List<String> forgeries = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final SandboxHome home;
    private volatile ToIntFunction<Arrival> answer;
    private @Nullable HttpServer server;

    private FirmSink(SandboxHome home, ToIntFunction<Arrival> answer) {
        this.home = home;
        this.secret = WebhookSecret.parse(home.firmSecret());
        this.answer = answer;
    }

    /** A firm whose machine is off. */
    static FirmSink off(SandboxHome home) {
        return new FirmSink(home, arrival -> 204);
    }

    /** A firm that takes everything. */
    static FirmSink open(SandboxHome home) throws IOException {
        FirmSink sink = off(home);
        sink.listen();
        return sink;
    }

    void listen() throws IOException {
        HttpServer listening = HttpServer.create(
                new InetSocketAddress(
                        home.firmAddress().getHost(), home.firmAddress().getPort()),
                0);
        listening.setExecutor(threads);
        listening.createContext(home.firmAddress().getPath(), this::handle);
        listening.start();
        server = listening;
    }

    /** @param next gives the status for a request; its {@code status} is 0 then */
    void answers(ToIntFunction<Arrival> next) {
        answer = next;
    }

    void answers(int status) {
        answers(arrival -> status);
    }

    private void handle(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            long at = Long.parseLong(exchange.getRequestHeaders().getFirst("webhook-timestamp"));
            if (!secret.verifies(exchange.getRequestHeaders().getFirst("webhook-signature"), id, at, body)) {
                forgeries.add(id);
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            exchange.sendResponseHeaders(noted(id, JSON.readTree(body)), -1);
        }
    }

    private int noted(String id, JsonNode item) {
        String exchangeId = item.required("exchangeId").stringValue();
        String act = item.required("act").stringValue();
        int status = answer.applyAsInt(new Arrival(id, exchangeId, act, 0));
        arrivals.add(new Arrival(id, exchangeId, act, status));
        return status;
    }

    /** Requests that have come, answered or not. */
    int asked() {
        return asked.get();
    }

    /** All that came, in the order of the answers. */
    List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    /** Ids that were answered with success. */
    Set<String> taken() {
        return arrivals.stream().filter(Arrival::taken).map(Arrival::id).collect(Collectors.toSet());
    }

    /** Acts of one exchange that were answered with success, in order, each id once. */
    List<String> lane(String exchangeId) {
        return arrivals.stream()
                .filter(arrival -> arrival.taken() && arrival.exchangeId().equals(exchangeId))
                .map(arrival -> arrival.id() + " " + arrival.act())
                .distinct()
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    /** Ids of requests whose signature was wrong. */
    List<String> forgeries() {
        return List.copyOf(forgeries);
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
        threads.shutdownNow();
    }
}
