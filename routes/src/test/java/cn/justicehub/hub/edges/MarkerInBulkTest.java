package cn.justicehub.hub.edges;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.hub.broker.ExternalBroker;
import cn.justicehub.hub.database.ExternalDatabase;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.testing.HubUnderTest;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.jms.JMSContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * The same search with a database and a broker outside the hub and more than a full tile of records, all with the
 * marker: nothing in the broker's journal, the database's files, any column, full tiles and bundles, or what a firm's
 * web server would log of a push. The search itself is tried on what it has to find.
 */
@Tag("long")
@ExtendWith(OutputCaptureExtension.class)
class MarkerInBulkTest {

    /** Leaves of a full tile. */
    private static final int FULL = 256;

    private static final int JOURNEYS = 8;
    private static final int NOTICES = 210;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> pushes = new CopyOnWriteArrayList<>();
    private Path folder = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Places.newData();
    }

    @AfterEach
    void clean() throws IOException {
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel("cn.justicehub", null);
        FileSystemUtils.deleteRecursively(folder);
    }

    @Test
    void personalDataIsNotInBrokerDatabaseOrFullTiles(CapturedOutput output) throws Exception {
        int port = freePort();
        Path journal = folder.resolve("broker");
        try (ExternalDatabase database = ExternalDatabase.start(folder.resolve("database"))) {
            try (ExternalBroker broker = ExternalBroker.start(journal, port)) {
                Map<String, String> settings = new HashMap<>(database.settings());
                settings.putAll(broker.settings());
                settings.put("hub.delivery.backoff", "200ms");
                settings.put("logging.level.cn.justicehub", "debug");
                try (HubUnderTest hub = HubUnderTest.startIn(folder.resolve("hub"), settings)) {
                    List<Accepted> accepted = work(hub);
                    tiles(hub, accepted.size());
                    columns(hub.bean(JdbcTemplate.class));
                    Receipts.verify(hub, accepted);
                }
            }
            database.down();
            assertThat(Hidden.inFiles(folder)).isEmpty();
            assertThat(Marker.in(output.getAll())).isEmpty();
            database.up();
            findsWhatIsInColumns(new JdbcTemplate(database.superuser()));
            findsWhatIsInJournals(journal, port);
        }
    }

    /** Journeys whose first pushes fail, so that orders wait in the broker, and notices to fill the tile. */
    private List<Accepted> work(HubUnderTest hub) throws Exception {
        Desk court = Desk.of(hub, SandboxAgency.COURT);
        Desk centre = Desk.of(hub, SandboxAgency.CENTRE);
        Desk firm = Desk.of(hub, SandboxAgency.FIRM);
        List<Accepted> accepted = new ArrayList<>();
        HttpServer server = firmServer(hub.bean(SandboxHome.class).firmAddress());
        try {
            for (int i = 0; i < JOURNEYS; i++) {
                accepted.addAll(MarkerTest.acts(court, centre, firm));
            }
            for (int i = 0; i < NOTICES; i++) {
                accepted.add(court.does(MarkerTest.notice()));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> MarkerTest.pushesDone(hub));
        } finally {
            server.stop(0);
        }
        assertThat(pushes)
                .hasSizeGreaterThan(JOURNEYS)
                .allSatisfy(push -> assertThat(Marker.in(push)).as(push).isEmpty());
        assertThat(accepted).hasSizeGreaterThan(FULL);
        return accepted;
    }

    private HttpServer firmServer(URI address) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(address.getHost(), address.getPort()), 0);
        server.createContext("/", this::push);
        server.start();
        return server;
    }

    /** Notes what the logs of proxies and web servers hold: address and headers. */
    private void push(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            Map<String, List<String>> headers = exchange.getRequestHeaders();
            pushes.add(exchange.getRequestURI() + " " + headers);
            exchange.sendResponseHeaders(pushes.size() <= JOURNEYS ? 503 : 204, -1);
        }
    }

    private void tiles(HubUnderTest hub, int atLeast) throws Exception {
        await().atMost(Duration.ofSeconds(30)).until(() -> size(hub) >= atLeast);
        long size = size(hub);
        int rest = (int) (size % FULL);
        for (String tree : List.of("", "/sm3")) {
            assertThat(clean(hub, tree + "/tile/0/000")).hasSize(FULL * 32);
            assertThat(clean(hub, tree + "/tile/entries/000")).hasSizeGreaterThan(FULL * 32);
            clean(hub, tree + "/tile/1/000.p/" + size / FULL);
            if (rest > 0) {
                clean(hub, tree + "/tile/0/00" + size / FULL + ".p/" + rest);
                clean(hub, tree + "/tile/entries/00" + size / FULL + ".p/" + rest);
            }
            clean(hub, tree + "/checkpoint");
        }
    }

    private long size(HubUnderTest hub) {
        return Long.parseLong(hub.requests().get("/log/1/checkpoint").body().split("\n")[1]);
    }

    /** The bytes at a path of the log, in which no marker is, and in whose headers there is none. */
    private byte[] clean(HubUnderTest hub, String path) throws Exception {
        HttpResponse<byte[]> answer =
                http.send(HttpRequest.newBuilder(hub.uri("/log/1" + path)).build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(Marker.in(answer.body())).as(path).isEmpty();
        assertThat(Marker.in(answer.headers().map().toString())).as(path).isEmpty();
        return answer.body();
    }

    private static void columns(JdbcTemplate jdbc) {
        assertThat(Objects.requireNonNull(jdbc.queryForObject("select count(*) from tile", Integer.class)))
                .as("roots of full tiles")
                .isGreaterThan(0);
        assertThat(Hidden.inColumns(jdbc)).isEmpty();
    }

    private static void findsWhatIsInColumns(JdbcTemplate jdbc) {
        jdbc.execute("create table planted (a bytea, b jsonb, c text[], d text)");
        jdbc.update(
                "insert into planted values (?, jsonb_build_object('name', ?::text), array[?::text], ?)",
                Marker.ID_NO.getBytes(UTF_8),
                Marker.WORD,
                Marker.PHONE,
                Marker.CASE_NO);
        assertThat(Hidden.inColumns(jdbc))
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(found -> found.contains("\"planted\""))
                .extracting(found -> found.substring(0, found.indexOf(": ")))
                .contains(columnsOfPlanted());
    }

    private static String[] columnsOfPlanted() {
        return Stream.of("a", "b", "c", "d")
                .map(column -> "\"public\".\"planted\".\"" + column + "\"")
                .toArray(String[]::new);
    }

    private static void findsWhatIsInJournals(Path journal, int port) throws Exception {
        try (ExternalBroker broker = ExternalBroker.start(journal, port);
                ActiveMQConnectionFactory factory =
                        new ActiveMQConnectionFactory(broker.settings().get("hub.broker.url"));
                JMSContext context = factory.createContext()) {
            context.createProducer().send(context.createQueue("hub.delivery.planted"), Marker.WORD);
        }
        assertThat(Hidden.inFiles(journal)).isNotEmpty();
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
