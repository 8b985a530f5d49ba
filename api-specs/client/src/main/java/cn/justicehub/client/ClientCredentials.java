package cn.justicehub.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** OAuth 2.0 client credentials (RFC 6749, section 4.4); a token is used again until shortly before it expires. */
public final class ClientCredentials implements Tokens {

    private static final Duration MARGIN = Duration.ofSeconds(20);

    private final HttpClient http;
    private final HttpRequest request;
    private @Nullable String token;
    private long goodUntil;

    /**
     * @param base address of the hub
     * @param http the connection to use
     * @param clientId usually the agency's code
     * @param secret the client's secret
     */
    public ClientCredentials(URI base, HttpClient http, String clientId, String secret) {
        String pair = encoded(clientId) + ":" + encoded(secret);
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        this.http = http;
        this.request = HttpRequest.newBuilder(base.resolve("/oauth2/token"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
    }

    @Override
    public synchronized String token() throws HubProblem, IOException, InterruptedException {
        String known = token;
        if (known != null && System.nanoTime() - goodUntil < 0) {
            return known;
        }
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new HubProblem(response.statusCode(), null, null);
        }
        JsonNode answer = JsonMapper.shared().readTree(response.body());
        Duration lifetime =
                Duration.ofSeconds(answer.path("expires_in").asLong(0)).minus(MARGIN);
        String fresh = answer.path("access_token").asString("");
        token = fresh;
        goodUntil = System.nanoTime() + lifetime.toNanos();
        return fresh;
    }

    @Override
    public synchronized void refused(String refused) {
        if (refused.equals(token)) {
            token = null;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
