package cn.justicehub.connectors.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.justicehub.connectors.agency.Agency;
import cn.justicehub.connectors.agency.AgencyDirectory;
import cn.justicehub.connectors.agency.AgencyLoader;
import cn.justicehub.connectors.agency.Channel;
import cn.justicehub.connectors.push.PushMessage;
import cn.justicehub.connectors.push.PushOutcome;
import cn.justicehub.connectors.push.PushSender;
import cn.justicehub.connectors.push.WebhookSecret;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** As much of the hub as an agency can tell: tokens, idempotent acceptance, an inbox, push; no law and no ledger. */
final class FakeHub implements AutoCloseable {

    static final String START = "2026-11-25T08:00:00+08:00";

    record Stored(String exchangeId, String act, String sender, ObjectNode item, byte[] body, byte[] receipt) {}

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AgencyDirectory agencies;
    private final Map<String, List<String>> receivers;
    private final PushSender push;
    private final Map<String, Stored> byMessageId = new LinkedHashMap<>();
    private final Map<String, Deque<ObjectNode>> inboxes = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final List<ObjectNode> toPush = new ArrayList<>();
    private final Deque<Integer> failures = new ArrayDeque<>();
    private int tokensGiven;

    /** @param receivers codes of the agencies that each act goes to */
    FakeHub(SandboxHome home, Map<String, List<String>> receivers) throws Exception {
        this.agencies = new AgencyLoader(true).loadAll(home.agencies());
        this.receivers = receivers;
        this.push = PushSender.create(agency -> List.of(WebhookSecret.parse(home.firmSecret())), true, null);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    AgencyDirectory agencies() {
        return agencies;
    }

    synchronized List<Stored> stored() {
        return List.copyOf(byMessageId.values());
    }

    synchronized List<String> acts() {
        return byMessageId.values().stream().map(Stored::act).toList();
    }

    synchronized int tokensGiven() {
        return tokensGiven;
    }

    /** The next requests, but those for tokens, fail with these statuses. */
    synchronized void failNext(Integer... statuses) {
        failures.addAll(List.of(statuses));
    }

    synchronized void forgetTokens() {
        tokens.clear();
    }

    synchronized void deliverAgain(String receiver, ObjectNode item) {
        inbox(receiver).add(item);
        notifyAll();
    }

    /** Pushes what is due; what an agency did not take stays due. */
    List<PushOutcome> pushAll() {
        List<ObjectNode> due;
        synchronized (this) {
            due = List.copyOf(toPush);
        }
        List<PushOutcome> outcomes = new ArrayList<>();
        for (ObjectNode item : due) {
            Agency firm = agencies.byCode(SandboxAgency.FIRM.code()).orElseThrow();
            PushOutcome outcome = push.push(
                    firm, new PushMessage(item.path("deliveryId").stringValue(), Json.bytes(item), Instant.now()));
            outcomes.add(outcome);
            if (outcome instanceof PushOutcome.Delivered) {
                synchronized (this) {
                    toPush.remove(item);
                }
            }
        }
        return outcomes;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/oauth2/token")) {
                token(exchange, new String(body, UTF_8));
            } else {
                authorised(exchange, path, body);
            }
        } catch (RuntimeException e) {
            throw new IOException(e);
        }
    }

    private synchronized void token(HttpExchange exchange, String form) throws IOException {
        String basic = exchange.getRequestHeaders().getFirst("Authorization").substring("Basic ".length());
        String[] client = new String(Base64.getDecoder().decode(basic), UTF_8).split(":");
        String hash =
                agencies.byCode(client[0]).orElseThrow().credentials().get(0).secretHash();
        if (!OpenBSDBCrypt.checkPassword(hash.substring("{bcrypt}".length()), client[1].toCharArray())
                || !form.startsWith("grant_type=client_credentials&scope=")) {
            answer(exchange, 401, Json.object().put("error", "invalid_client"));
            return;
        }
        String token = UUID.randomUUID().toString();
        tokens.put(token, client[0]);
        tokensGiven++;
        answer(exchange, 200, Json.object().put("access_token", token).put("expires_in", 300));
    }

    private synchronized void authorised(HttpExchange exchange, String path, byte[] body) throws IOException {
        Integer failure = failures.poll();
        if (failure != null) {
            exchange.getResponseHeaders().add("Retry-After", "0");
            problem(exchange, failure, "E-TEST");
            return;
        }
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String caller = tokens.get(authorization == null ? "" : authorization.substring("Bearer ".length()));
        if (caller == null) {
            problem(exchange, 401, "E-AUTH");
        } else if (path.equals("/v1/inbox")) {
            inbox(exchange, caller);
        } else if (path.startsWith("/v1/inbox/")) {
            String id = path.split("/")[3];
            inbox(caller).removeIf(item -> item.path("deliveryId").stringValue().equals(id));
            exchange.sendResponseHeaders(204, -1);
        } else if (path.endsWith("/receipt")) {
            String entryId = path.split("/")[3];
            send(exchange, 200, byEntry(entryId).receipt());
        } else if (exchange.getRequestMethod().equals("GET")) {
            view(exchange, caller, path.split("/")[4]);
        } else {
            accept(exchange, caller, path.split("/"), body);
        }
    }

    private Deque<ObjectNode> inbox(String agency) {
        return inboxes.computeIfAbsent(agency, code -> new ArrayDeque<>());
    }

    private void inbox(HttpExchange exchange, String caller) throws IOException {
        ObjectNode page = Json.object();
        ArrayNode items = page.putArray("items");
        holdWhileEmpty(exchange.getRequestURI().getQuery(), caller);
        inbox(caller).forEach(items::add);
        answer(exchange, 200, page);
    }

    private synchronized void holdWhileEmpty(String query, String caller) {
        long end = System.nanoTime() + Long.parseLong(query.substring("wait=".length())) * 1_000_000_000L;
        try {
            while (inbox(caller).isEmpty() && end - System.nanoTime() > 1_000_000) {
                wait((end - System.nanoTime()) / 1_000_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Stored byEntry(String entryId) {
        return byMessageId.values().stream()
                .filter(stored -> stored.item().path("entryId").stringValue().equals(entryId))
                .findFirst()
                .orElseThrow();
    }

    private void view(HttpExchange exchange, String caller, String exchangeId) throws IOException {
        ObjectNode view = Json.object().put("exchangeId", exchangeId).put("state", "ANY");
        ArrayNode messages = view.putArray("messages");
        for (Stored stored : byMessageId.values()) {
            boolean sees = stored.sender().equals(caller)
                    || receivers.getOrDefault(stored.act(), List.of()).contains(caller);
            if (stored.exchangeId().equals(exchangeId) && sees) {
                ObjectNode message = messages.addObject()
                        .put("entryId", stored.item().path("entryId").stringValue())
                        .put("act", stored.act())
                        .put("sender", stored.sender())
                        .put("acceptedAt", START);
                message.set("payload", stored.item().path("message").path("payload"));
            }
        }
        answer(exchange, 200, view);
    }

    private void accept(HttpExchange exchange, String caller, String[] path, byte[] body) throws IOException {
        JsonNode message = Json.MAPPER.readTree(body);
        String messageId = message.path("messageId").stringValue();
        Stored before = byMessageId.get(messageId);
        if (before != null) {
            send(exchange, 200, before.receipt());
            return;
        }
        String act = path.length > 5 ? path[5] : "submit";
        String exchangeId = path.length > 5 ? path[4] : UUID.randomUUID().toString();
        String entryId = "1-" + byMessageId.size();
        byte[] receipt = Json.bytes(Json.object()
                .put("entryId", entryId)
                .put("exchangeId", exchangeId)
                .put("acceptedAt", 0));
        ObjectNode item = Json.object()
                .put("entryId", entryId)
                .put("exchangeId", exchangeId)
                .put("type", path[3])
                .put("version", 1)
                .put("act", act)
                .put("actZh", act)
                .put("sender", caller)
                .put("acceptedAt", START)
                .put("availableAt", START);
        item.putArray("warnings");
        item.set("message", message);
        byMessageId.put(messageId, new Stored(exchangeId, act, caller, item, body, receipt));
        deliver(act, item);
        send(exchange, 201, receipt);
    }

    private synchronized void deliver(String act, ObjectNode item) {
        for (String receiver : receivers.getOrDefault(act, List.of())) {
            ObjectNode delivery =
                    item.deepCopy().put("deliveryId", item.path("entryId").stringValue() + "-" + receiver);
            if (agencies.byCode(receiver).orElseThrow().channel() instanceof Channel.Push) {
                toPush.add(delivery);
            } else {
                inbox(receiver).add(delivery);
                notifyAll();
            }
        }
    }

    private static void problem(HttpExchange exchange, int status, String code) throws IOException {
        ObjectNode problem = Json.object().put("status", status);
        problem.putArray("violations").addObject().put("code", code);
        answer(exchange, status, problem);
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        send(exchange, status, Json.bytes(body));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        push.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
