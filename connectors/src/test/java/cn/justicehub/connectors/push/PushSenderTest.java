package cn.justicehub.connectors.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.connectors.agency.Agency;
import cn.justicehub.connectors.push.PushOutcome.AgencyFault;
import cn.justicehub.connectors.push.PushOutcome.Delivered;
import cn.justicehub.connectors.push.PushOutcome.MessageFault;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PushSenderTest {

    private final PushSender sender = PushSender.create(agency -> List.of(PushAgencies.SECRET), true, null);
    private FakeAgency agency;

    @BeforeEach
    void open() throws IOException {
        agency = new FakeAgency();
    }

    @AfterEach
    void close() {
        sender.close();
        agency.close();
    }

    @Test
    void sends_the_bytes_with_standard_webhooks_headers() throws Exception {
        PushMessage message =
                new PushMessage("d-1", "{\"a\":\"甲\"}".getBytes(UTF_8), Instant.ofEpochSecond(1_700_000_000));

        assertThat(sender.push(PushAgencies.at(agency.url("/hub")), message)).isEqualTo(new Delivered(204));

        FakeAgency.Received received = agency.received().get(0);
        assertThat(received.body()).isEqualTo(message.body());
        assertThat(received.headers().getFirst("Content-Type")).isEqualTo("application/json");
        assertThat(received.headers().getFirst("webhook-id")).isEqualTo("d-1");
        assertThat(received.headers().getFirst("webhook-timestamp")).isEqualTo("1700000000");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
        byte[] expected = mac.doFinal("d-1.1700000000.{\"a\":\"甲\"}".getBytes(UTF_8));
        assertThat(received.headers().getFirst("webhook-signature"))
                .isEqualTo("v1," + Base64.getEncoder().encodeToString(expected));
    }

    @Test
    void while_secrets_change_a_signature_of_each_is_sent() {
        WebhookSecret next = WebhookSecret.parse(WebhookSecret.format("the secret that comes next".getBytes(UTF_8)));
        try (PushSender both = PushSender.create(code -> List.of(next, PushAgencies.SECRET), true, null)) {
            both.push(PushAgencies.at(agency.url("/")), PushAgencies.message("d-1"));
        }
        FakeAgency.Received received = agency.received().get(0);
        String header = received.headers().getFirst("webhook-signature");
        long at = Long.parseLong(received.headers().getFirst("webhook-timestamp"));
        assertThat(header.split(" ")).hasSize(2);
        assertThat(next.verifies(header, "d-1", at, received.body())).isTrue();
        assertThat(PushAgencies.SECRET.verifies(header, "d-1", at, received.body()))
                .isTrue();
        assertThat(next.verifies(header.split(" ")[1], "d-1", at, received.body()))
                .isFalse();
        assertThat(PushAgencies.SECRET.verifies(header, "d-2", at, received.body()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void success(int status) {
        assertThat(push(status)).isEqualTo(new Delivered(status));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 410, 413, 415, 422})
    void the_message_is_at_fault(int status) {
        assertThat(push(status)).isEqualTo(new MessageFault("HTTP_" + status));
        assertThat(agency.received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                300, 301, 302, 303, 307, 308, 401, 403, 404, 405, 407, 408, 418, 425, 429, 500, 501, 502, 503, 504, 599
            })
    void the_agency_is_at_fault(int status) {
        assertThat(push(status)).isEqualTo(new AgencyFault("HTTP_" + status, null));
        assertThat(agency.received()).as("one attempt only").hasSize(1);
    }

    private PushOutcome push(int status) {
        agency.answering(exchange -> {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"x\"");
            exchange.sendResponseHeaders(status, -1);
        });
        return sender.push(PushAgencies.at(agency.url("/hub")), PushAgencies.message("d-1"));
    }

    @Test
    void a_redirect_is_not_followed() throws IOException {
        try (FakeAgency elsewhere = new FakeAgency()) {
            agency.answering(exchange -> {
                exchange.getResponseHeaders().add("Location", elsewhere.url("/"));
                exchange.sendResponseHeaders(307, -1);
            });

            assertThat(sender.push(PushAgencies.at(agency.url("/")), PushAgencies.message("d-1")))
                    .isEqualTo(new AgencyFault("HTTP_307", null));
            assertThat(elsewhere.received()).isEmpty();
        }
    }

    @Test
    void an_agency_may_ask_to_be_left_alone() {
        assertThat(retryAfter("120")).isEqualTo(Duration.ofMinutes(2));
        assertThat(retryAfter("999999999")).isEqualTo(Duration.ofDays(1));
        assertThat(retryAfter("-1")).isNull();
        assertThat(retryAfter("Fri, 01 Jan 2010 00:00:00 GMT")).isNull();
        assertThat(retryAfter("Fri, 01 Jan 2100 00:00:00 GMT")).isEqualTo(Duration.ofDays(1));
        assertThat(retryAfter("soon")).isNull();
    }

    private @Nullable Duration retryAfter(String value) {
        agency.answering(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", value);
            exchange.sendResponseHeaders(503, -1);
        });
        PushOutcome outcome = sender.push(PushAgencies.at(agency.url("/")), PushAgencies.message("d-1"));
        return ((AgencyFault) outcome).retryAfter();
    }

    @Test
    void a_short_answer_leaves_the_connection_usable() {
        agency.answering(exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes(UTF_8));
        });
        Agency one = PushAgencies.at("firm-1", agency.url("/"), Duration.ofSeconds(10), 1, "");

        for (int i = 0; i < 5; i++) {
            assertThat(sender.push(one, PushAgencies.message("d-" + i))).isEqualTo(new Delivered(200));
        }

        assertThat(agency.received())
                .extracting(FakeAgency.Received::remotePort)
                .as("all over one connection")
                .containsOnly(agency.received().get(0).remotePort());
    }

    @Test
    void an_endless_answer_neither_delays_nor_holds_the_line() throws Exception {
        CountDownLatch cut = new CountDownLatch(1);
        try (RawServer dripping = new RawServer(socket -> {
            readHead(socket);
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(UTF_8));
            try {
                while (true) {
                    socket.getOutputStream().write('x');
                    LockSupport.parkNanos(5_000_000);
                }
            } finally {
                cut.countDown();
            }
        })) {
            Agency one = PushAgencies.at("firm-1", dripping.url(), Duration.ofSeconds(10), 1, "");
            long start = System.nanoTime();

            assertThat(sender.push(one, PushAgencies.message("d-1"))).isEqualTo(new Delivered(200));
            assertThat(System.nanoTime() - start)
                    .isLessThan(Duration.ofSeconds(5).toNanos());
            cut.await();
            assertThat(sender.push(one, PushAgencies.message("d-2"))).isEqualTo(new Delivered(200));
        }
    }

    @Test
    void a_dripping_head_ends_at_the_deadline() throws Exception {
        try (RawServer dripping = new RawServer(socket -> {
            readHead(socket);
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes(UTF_8));
            while (true) {
                socket.getOutputStream().write('x');
                socket.getOutputStream().flush();
                LockSupport.parkNanos(50_000_000);
            }
        })) {
            assertThat(timed(dripping.url())).isEqualTo(new AgencyFault("TIMEOUT", null));
        }
    }

    @Test
    void a_silent_agency_ends_at_the_deadline() throws Exception {
        try (RawServer silent = new RawServer(socket -> new CountDownLatch(1).await())) {
            assertThat(timed(silent.url())).isEqualTo(new AgencyFault("TIMEOUT", null));
            assertThat(timed(silent.url().replace("http:", "https:"))).isEqualTo(new AgencyFault("TIMEOUT", null));
        }
    }

    private PushOutcome timed(String url) {
        Agency slow = PushAgencies.at("slow", url, Duration.ofMillis(600), 4, url);
        long start = System.nanoTime();
        PushOutcome outcome = sender.push(slow, PushAgencies.message("d-1"));
        assertThat(System.nanoTime() - start).isLessThan(Duration.ofSeconds(5).toNanos());
        return outcome;
    }

    @Test
    void endless_headers_are_refused() throws Exception {
        try (RawServer chatty = new RawServer(socket -> {
            readHead(socket);
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
            while (true) {
                socket.getOutputStream().write("X-More: y\r\n".getBytes(UTF_8));
            }
        })) {
            assertThat(sender.push(PushAgencies.at(chatty.url()), PushAgencies.message("d-1")))
                    .isEqualTo(new AgencyFault("PROTOCOL", null));
        }
    }

    @Test
    void what_is_no_http_is_an_agency_fault() throws Exception {
        try (RawServer hangingUp = new RawServer(socket -> readHead(socket));
                RawServer other = new RawServer(socket -> {
                    readHead(socket);
                    socket.getOutputStream().write("SSH-2.0-x\r\n\r\n".getBytes(UTF_8));
                })) {
            assertThat(sender.push(
                            PushAgencies.at("a", hangingUp.url(), Duration.ofSeconds(10), 1, ""),
                            PushAgencies.message("d-1")))
                    .isEqualTo(new AgencyFault("IO", null));
            assertThat(hangingUp.connections()).as("one attempt only").isEqualTo(1);
            assertThat(sender.push(
                            PushAgencies.at("b", other.url(), Duration.ofSeconds(10), 1, ""),
                            PushAgencies.message("d-1")))
                    .isInstanceOf(AgencyFault.class);
        }
    }

    @Test
    void nobody_listening() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThat(sender.push(PushAgencies.at("http://127.0.0.1:" + port + "/"), PushAgencies.message("d-1")))
                .isEqualTo(new AgencyFault("CONNECT", null));
    }

    @Test
    void one_slow_agency_does_not_slow_another() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        ExecutorService callers = Executors.newCachedThreadPool();
        try (FakeAgency slow = new FakeAgency().answering(exchange -> {
            awaitQuietly(release);
            exchange.sendResponseHeaders(204, -1);
        })) {
            Agency stuck = PushAgencies.at("slow", slow.url("/"), Duration.ofSeconds(30), 2, "");
            List<CompletableFuture<PushOutcome>> waiting = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                PushMessage message = PushAgencies.message("d-" + i);
                waiting.add(CompletableFuture.supplyAsync(() -> sender.push(stuck, message), callers));
            }
            for (int i = 0; i < 20; i++) {
                assertThat(sender.push(PushAgencies.at(agency.url("/")), PushAgencies.message("q-" + i)))
                        .isEqualTo(new Delivered(204));
            }
            assertThat(slow.received().size()).as("its limit holds").isLessThanOrEqualTo(2);
            release.countDown();
            assertThat(waiting).allSatisfy(one -> assertThat(one.get()).isEqualTo(new Delivered(204)));
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void an_agency_at_its_limit_is_busy_at_the_deadline() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch inside = new CountDownLatch(1);
        agency.answering(exchange -> {
            inside.countDown();
            awaitQuietly(release);
            exchange.sendResponseHeaders(204, -1);
        });
        Agency patient = PushAgencies.at("firm-1", agency.url("/"), Duration.ofSeconds(30), 1, "same");
        Agency hasty = PushAgencies.at("firm-1", agency.url("/"), Duration.ofMillis(300), 1, "same");
        CompletableFuture<PushOutcome> first =
                CompletableFuture.supplyAsync(() -> sender.push(patient, PushAgencies.message("d-1")));
        inside.await();

        assertThat(sender.push(hasty, PushAgencies.message("d-2"))).isEqualTo(new AgencyFault("BUSY", null));

        release.countDown();
        assertThat(first.get()).isEqualTo(new Delivered(204));
    }

    @Test
    void a_changed_folder_is_used_at_once() throws IOException {
        try (FakeAgency moved = new FakeAgency()) {
            sender.push(
                    PushAgencies.at("firm-1", agency.url("/"), Duration.ofSeconds(10), 1, "one"),
                    PushAgencies.message("a"));
            sender.push(
                    PushAgencies.at("firm-1", moved.url("/"), Duration.ofSeconds(10), 1, "two"),
                    PushAgencies.message("b"));

            assertThat(agency.received()).hasSize(1);
            assertThat(moved.received()).hasSize(1);
        }
    }

    @Test
    void without_a_secret_nothing_is_sent() {
        try (PushSender bare = PushSender.create(code -> List.of(), true, null)) {
            assertThat(bare.push(PushAgencies.at(agency.url("/")), PushAgencies.message("d-1")))
                    .isEqualTo(new AgencyFault("SECRET_MISSING", null));
        }
        assertThat(agency.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "whsec_AAAA", "whsec_%%%", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    void refuses_a_secret_that_is_none(String text) {
        assertThatThrownBy(() -> WebhookSecret.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void readHead(java.net.Socket socket) throws IOException {
        byte[] buffer = new byte[8192];
        assertThat(socket.getInputStream().read(buffer)).isPositive();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
