package cn.justicehub.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives out tokens {@code t1}, {@code t2} … and scripted answers; remembers what it was asked. */
final class FakeHub implements AutoCloseable {

    /** A request as it arrived. */
    record Asked(String method, String uri, String authorization, String contentType, byte[] body) {}

    /** An answer to give. */
    record Scripted(int status, String contentType, byte[] body) {
        static Scripted json(int status, String body) {
            return new Scripted(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
        }
    }

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    final AtomicInteger tokens = new AtomicInteger();
    private final Deque<Scripted> script = new ArrayDeque<>();
    private final HttpServer server;

    FakeHub(Scripted... answers) throws IOException {
        script.addAll(List.of(answers));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/oauth2/token", this::giveToken);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort());
    }

    private void giveToken(HttpExchange exchange) throws IOException {
        String basic = Base64.getEncoder().encodeToString("court-1:s%3Fcret".getBytes(StandardCharsets.UTF_8));
        boolean known = header(exchange, "Authorization").equals("Basic " + basic);
        String token = "{\"access_token\":\"t" + tokens.incrementAndGet() + "\",\"expires_in\":300}";
        send(exchange, known ? Scripted.json(200, token) : Scripted.json(401, "{}"));
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        asked.add(new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                header(exchange, "Authorization"),
                header(exchange, "Content-Type"),
                exchange.getRequestBody().readAllBytes()));
        send(exchange, script.remove());
    }

    private static void send(HttpExchange exchange, Scripted answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        if (answer.status() == 503) {
            exchange.getResponseHeaders().set("Retry-After", "7");
        }
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    private static String header(HttpExchange exchange, String name) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
