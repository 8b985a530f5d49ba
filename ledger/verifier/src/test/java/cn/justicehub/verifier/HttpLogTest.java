package cn.justicehub.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log behind HTTP, and servers that mean ill. */
class HttpLogTest {
    private static final Path KEYRING = Path.of("../core/src/test/resources/vectors/keyring.jsonl");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @SuppressWarnings("NullAway.Init") // set before each
    private HttpServer server;

    private final Map<String, String> redirects = new ConcurrentHashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void start() throws Exception {
        TestLog.of(1000).writeTo(folder.resolve("log/1"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Path file = folder.resolve(path.substring(1));
        String to = redirects.get(path);
        try (exchange) {
            if (to != null) {
                exchange.getResponseHeaders().set("Location", to);
                exchange.sendResponseHeaders(302, -1);
            } else if (path.endsWith("endless")) {
                endless(exchange);
            } else if (Files.isRegularFile(file)) {
                byte[] bytes = Files.readAllBytes(file);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            } else {
                exchange.sendResponseHeaders(path.contains("broken") ? 500 : 404, -1);
            }
        }
    }

    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] zeros = new byte[65_536];
        for (int i = 0; i < 1_000_000; i++) {
            exchange.getResponseBody().write(zeros);
        }
    }

    @Test
    void aWholeLogHolds() {
        assertThat(verify("/log/1")).isZero();
        assertThat(verify("/log/1/")).isZero();
        assertThat(out.toString()).contains("size    1000").doesNotContain("FAIL");
    }

    @Test
    void theGenerationInUseIsFoundOnTheSameHost() {
        redirects.put("/log/checkpoint", "/log/1/checkpoint");
        assertThat(verify("/log")).isZero();
    }

    @Test
    void noRedirectLeadsElsewhere() {
        redirects.put(
                "/log/checkpoint", "http://localhost:" + server.getAddress().getPort() + "/log/1/checkpoint");
        assertThat(verify("/log")).isEqualTo(Main.UNUSABLE);
        assertThat(err.toString()).contains("leads elsewhere");
        redirects.put("/log/checkpoint", "/other");
        assertThat(verify("/log")).isEqualTo(Main.UNUSABLE);
        redirects.put("/log/checkpoint", "%%");
        assertThat(verify("/log")).isEqualTo(Main.UNUSABLE);
        redirects.put("/log/1/tile/0/001", "/log/1/tile/0/002");
        assertThat(verify("/log/1")).isEqualTo(Main.UNUSABLE);
        assertThat(err.toString()).contains("tile/0/001 answered 302");
    }

    @Test
    void whatIsMissingIsNamedAndWhatIsBrokenIsNot() throws Exception {
        Files.delete(folder.resolve("log/1/sm3/tile/0/002"));
        assertThat(verify("/log/1")).isEqualTo(Main.DIFFERS);
        assertThat(out.toString()).contains("FAIL  sm3/tile/0/002: it is not there");
        assertThat(verify("/broken")).isEqualTo(Main.UNUSABLE);
        assertThat(err.toString()).contains("/broken/checkpoint answered 500");
    }

    @Test
    void anEndlessFileIsGivenUp() throws Exception {
        assertThat(HttpLog.open(url("/")).read("endless", 1000)).hasSize(1001);
    }

    private int verify(String path) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), "log", url(path), "--keyring", KEYRING.toString());
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }
}
