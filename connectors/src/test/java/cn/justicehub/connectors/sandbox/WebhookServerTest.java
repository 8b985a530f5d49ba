package cn.justicehub.connectors.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.connectors.push.WebhookSecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WebhookServerTest {

    private static final WebhookSecret SECRET = WebhookSecret.parse(WebhookSecret.format(new byte[32]));
    private static final String BODY = """
            {"deliveryId":"d-1","entryId":"1-0","exchangeId":"x","type":"defence-notice","version":1,"act":"offer",
             "sender":"lac-220106","acceptedAt":"2026-11-25T08:00:00+08:00","warnings":["E-LATE"],"message":{"payload":{}}}
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Inbound> received = new CopyOnWriteArrayList<>();
    private volatile WebhookServer.Receiver receiver = received::add;
    private URI address;
    private WebhookServer server;

    @BeforeEach
    void open() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            address = URI.create("http://127.0.0.1:" + free.getLocalPort() + "/hub");
        }
        server = new WebhookServer(address, SECRET, message -> receiver.receive(message));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void passes_a_signed_delivery_on_once() throws Exception {
        assertThat(post("d-1", now(), BODY)).isEqualTo(204);
        assertThat(post("d-1", now(), BODY)).isEqualTo(204);

        assertThat(received).hasSize(1);
        assertThat(received.get(0).act()).isEqualTo("offer");
        assertThat(received.get(0).warnings()).containsExactly("E-LATE");
    }

    @Test
    void refuses_what_is_not_signed_for_it() throws Exception {
        WebhookSecret other = WebhookSecret.parse(WebhookSecret.format("another secret of the firm".getBytes(UTF_8)));
        long now = now();

        assertThat(post("d-1", now, BODY, other.sign("d-1", now, BODY.getBytes(UTF_8))))
                .isEqualTo(401);
        assertThat(post("d-1", now, BODY + " ", SECRET.sign("d-1", now, BODY.getBytes(UTF_8))))
                .isEqualTo(401);
        assertThat(post("d-2", now, BODY, SECRET.sign("d-1", now, BODY.getBytes(UTF_8))))
                .isEqualTo(401);
        assertThat(post("d-1", now + 1, BODY, SECRET.sign("d-1", now, BODY.getBytes(UTF_8))))
                .isEqualTo(401);
        assertThat(received).isEmpty();
    }

    @Test
    void takes_one_good_signature_among_several() throws Exception {
        long now = now();
        assertThat(post("d-1", now, BODY, "v1,AAAA " + SECRET.sign("d-1", now, BODY.getBytes(UTF_8))))
                .isEqualTo(204);
    }

    @Test
    void refuses_a_replay_from_another_time() throws Exception {
        assertThat(post("d-1", now() - 400, BODY)).isEqualTo(401);
        assertThat(post("d-1", now() + 400, BODY)).isEqualTo(401);
        assertThat(received).isEmpty();
    }

    @Test
    void refuses_what_it_cannot_read() throws Exception {
        assertThat(post("d-1", now(), "{}")).isEqualTo(422);
        assertThat(post("d-2", now(), "no json")).isEqualTo(422);
        assertThat(post("d-3", now(), BODY.replace("2026-11-25T08", "yesterday")))
                .isEqualTo(422);
    }

    @Test
    void what_was_not_dealt_with_may_come_again() throws Exception {
        receiver = message -> {
            throw new IOException("the hub is away");
        };
        assertThat(post("d-1", now(), BODY)).isEqualTo(503);

        receiver = received::add;
        assertThat(post("d-1", now(), BODY)).isEqualTo(204);
        assertThat(received).hasSize(1);
    }

    @Test
    void a_repeat_during_the_work_is_put_off() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        receiver = message -> {
            inside.countDown();
            release.await();
            received.add(message);
        };
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> {
            try {
                return post("d-1", now(), BODY);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        inside.await();

        assertThat(post("d-1", now(), BODY)).isEqualTo(503);

        release.countDown();
        assertThat(first.get()).isEqualTo(204);
        assertThat(received).hasSize(1);
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private int post(String id, long timestamp, String body) throws IOException, InterruptedException {
        return post(id, timestamp, body, SECRET.sign(id, timestamp, body.getBytes(UTF_8)));
    }

    private int post(String id, long timestamp, String body, String signature)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("webhook-id", id)
                .header("webhook-timestamp", String.valueOf(timestamp))
                .header("webhook-signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
