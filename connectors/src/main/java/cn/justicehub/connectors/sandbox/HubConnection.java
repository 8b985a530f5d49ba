package cn.justicehub.connectors.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Authenticated requests to the hub. A token is fetched when there is none and kept until shortly before it ends. What passes
 * (no connection, 429, 503) is tried again with the same bytes, which is always safe, until the patience is over.
 */
final class HubConnection {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration TOKEN_MARGIN = Duration.ofSeconds(30);
    private static final Duration ANSWER_TIME = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI hub;
    private final Credentials credentials;
    private final Duration patience;
    private @Nullable String token;
    private long tokenEnds;

    HubConnection(URI hub, Credentials credentials, Duration patience) {
        this.hub = hub;
        this.credentials = credentials;
        this.patience = patience;
    }

    HttpResponse<byte[]> get(String path, Duration extraTime) throws IOException, HubRefused, InterruptedException {
        return patiently(request(path, extraTime).GET());
    }

    HttpResponse<byte[]> post(String path, byte[] body) throws IOException, HubRefused, InterruptedException {
        return patiently(request(path, Duration.ZERO)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder request(String path, Duration extraTime) {
        return HttpRequest.newBuilder(hub.resolve(path)).timeout(ANSWER_TIME.plus(extraTime));
    }

    private HttpResponse<byte[]> patiently(HttpRequest.Builder request)
            throws IOException, HubRefused, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            Duration wait = pause;
            try {
                HttpResponse<byte[]> response = authorised(request);
                if ((response.statusCode() != 503 && response.statusCode() != 429) || ends(end, wait)) {
                    return checked(response);
                }
                wait = retryAfter(response, pause);
            } catch (IOException e) {
                if (ends(end, wait)) {
                    throw e;
                }
            }
            Thread.sleep(wait.toMillis());
            pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        }
    }

    /** Sends with a token; once again with a fresh one when the hub does not take it. */
    private HttpResponse<byte[]> authorised(HttpRequest.Builder request)
            throws IOException, HubRefused, InterruptedException {
        HttpResponse<byte[]> response = send(request.setHeader("Authorization", "Bearer " + token(false)));
        return response.statusCode() == 401
                ? send(request.setHeader("Authorization", "Bearer " + token(true)))
                : response;
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private synchronized String token(boolean fresh) throws IOException, HubRefused, InterruptedException {
        String current = token;
        if (current != null && !fresh && System.nanoTime() - tokenEnds < 0) {
            return current;
        }
        String basic = encoded(credentials.clientId()) + ":" + encoded(credentials.secret());
        HttpResponse<byte[]> response = checked(send(request("/oauth2/token", Duration.ZERO)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=" + encoded(credentials.scope())))));
        JsonNode answer = Json.MAPPER.readTree(response.body());
        Duration good = Duration.ofSeconds(answer.path("expires_in").asLong(0)).minus(TOKEN_MARGIN);
        String got = answer.required("access_token").stringValue();
        tokenEnds = System.nanoTime() + good.toNanos();
        token = got;
        return got;
    }

    private static HttpResponse<byte[]> checked(HttpResponse<byte[]> response) throws HubRefused {
        if (response.statusCode() / 100 != 2) {
            String request = response.request().method() + " " + response.uri().getPath();
            throw new HubRefused(request, response.statusCode(), response.body());
        }
        return response;
    }

    private static boolean ends(long end, Duration wait) {
        return System.nanoTime() + wait.toNanos() - end > 0;
    }

    private static Duration retryAfter(HttpResponse<byte[]> response, Duration otherwise) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,4}"))
                .map(value -> shorter(Duration.ofSeconds(Long.parseLong(value)), LONGEST_PAUSE))
                .orElse(otherwise);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
