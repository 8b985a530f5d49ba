package cn.justicehub.hub.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.connectors.sandbox.Credentials;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.hub.testing.HubUnderTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The hub's own port with the operator's certificate, as config/README.md says: HTTPS, nothing else, no secret printed. */
@ExtendWith(OutputCaptureExtension.class)
class TlsTest {

    private static final String PASSWORD = "a-password-of-tests-7f3a";

    @TempDir
    private Path folder;

    private static Map<String, String> properties(TlsFiles files, String password) {
        return Map.of(
                "spring.ssl.bundle.pem.hub.keystore.certificate",
                files.certificate().toUri().toString(),
                "spring.ssl.bundle.pem.hub.keystore.private-key",
                files.key().toUri().toString(),
                "spring.ssl.bundle.pem.hub.keystore.private-key-password",
                password,
                "server.ssl.bundle",
                "hub");
    }

    @Test
    void https_with_the_hubs_certificate_and_no_plain_http(CapturedOutput output) throws Exception {
        TlsFiles files = TlsFiles.make(folder, PASSWORD);
        try (HubUnderTest hub = HubUnderTest.start(properties(files, PASSWORD))) {
            Credentials court = hub.bean(SandboxHome.class).credentials(SandboxAgency.COURT);
            HttpClient trusting =
                    HttpClient.newBuilder().sslContext(files.trust()).build();

            HttpResponse<String> token = send(trusting, token(hub, court));
            assertThat(token.statusCode()).isEqualTo(200);
            assertThat(token.sslSession().orElseThrow().getProtocol()).isIn("TLSv1.2", "TLSv1.3");
            assertThat(send(trusting, get(hub, "/log/checkpoint")).statusCode()).isEqualTo(302);

            assertThatThrownBy(() -> send(HttpClient.newHttpClient(), get(hub, "/log/checkpoint")))
                    .isInstanceOf(SSLHandshakeException.class);
            String plain =
                    hub.requests().raw("GET /actuator/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(plain).startsWith("HTTP/1.1 400").doesNotContain("UP");
            assertThat(output.getAll()).doesNotContain(court.secret());
        }
        assertThat(output.getAll()).doesNotContain(PASSWORD, "PRIVATE KEY", files.keyText());
    }

    @Test
    void a_key_that_cannot_be_opened_stops_the_start_and_the_password_is_not_told(CapturedOutput output)
            throws Exception {
        TlsFiles files = TlsFiles.make(folder, PASSWORD);

        assertThatThrownBy(() -> HubUnderTest.start(properties(files, "wrong-" + PASSWORD)))
                .isInstanceOf(RuntimeException.class);

        assertThat(output.getAll()).doesNotContain(PASSWORD, "PRIVATE KEY", files.keyText());
    }

    private static URI https(HubUnderTest hub, String path) {
        return URI.create("https://localhost:" + hub.port() + path);
    }

    private static HttpRequest get(HubUnderTest hub, String path) {
        return HttpRequest.newBuilder(https(hub, path)).build();
    }

    private static HttpRequest token(HubUnderTest hub, Credentials client) {
        String pair = client.clientId() + ":" + client.secret();
        return HttpRequest.newBuilder(https(hub, "/oauth2/token"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request)
            throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
