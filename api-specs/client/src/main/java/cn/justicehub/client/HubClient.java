package cn.justicehub.client;

import cn.justicehub.client.model.Problem;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the generated operations send through. Thread-safe. It never repeats a request by itself but for a refused token: whoever
 * sends decides, and sends the same bytes again.
 */
public final class HubClient {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    private static final byte[] NOTHING = {};

    private final URI base;
    private final HttpClient http;
    private final Tokens tokens;
    private final Duration timeout;

    /**
     * @param base address of the hub, such as {@code https://hub.example}
     * @param http the connection to use; it must not follow redirects to other hosts
     * @param tokens where bearer tokens come from
     * @param timeout longest time from sending a request to the head of its answer; longer than any {@code wait}
     */
    public HubClient(URI base, HttpClient http, Tokens tokens, Duration timeout) {
        this.base = base;
        this.http = http;
        this.tokens = tokens;
        this.timeout = timeout;
    }

    /** A body as the client writes it: absent members left out, UTF-8. */
    public byte[] write(Object body) {
        return JSON.writeValueAsBytes(body);
    }

    /**
     * Sends a request and waits for the answer.
     *
     * @throws HubProblem for every status from 400 on
     * @throws IOException when no answer came or it cannot be read; whether the hub did it is then unknown
     */
    public <T> Answer<T> send(HubRequest request, TypeReference<T> type)
            throws HubProblem, IOException, InterruptedException {
        String token = tokens.token();
        HttpResponse<byte[]> response = exchange(request, token);
        if (response.statusCode() == 401) {
            tokens.refused(token);
            response = exchange(request, tokens.token());
        }
        if (response.statusCode() >= 400) {
            throw problem(response);
        }
        byte[] sent = request.body();
        return new Answer<>(
                response.statusCode(), value(response.body(), type), response.body(), sent == null ? NOTHING : sent);
    }

    private HttpResponse<byte[]> exchange(HubRequest request, String token) throws IOException, InterruptedException {
        byte[] body = request.body();
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        HttpRequest.Builder builder = HttpRequest.newBuilder(base.resolve(request.pathAndQuery()))
                .timeout(timeout)
                .header("Authorization", "Bearer " + token)
                .method(request.method(), publisher);
        if (body != null) {
            builder.header("Content-Type", "application/json");
        }
        return http.send(builder.build(), BodyHandlers.ofByteArray());
    }

    private static <T> @Nullable T value(byte[] body, TypeReference<T> type) throws IOException {
        if (body.length == 0 || type.getType() == Void.class) {
            return null;
        }
        if (type.getType() == String.class) {
            @SuppressWarnings("unchecked") // T is String
            T text = (T) new String(body, StandardCharsets.UTF_8);
            return text;
        }
        try {
            return JSON.readValue(body, type);
        } catch (JacksonException e) {
            throw new IOException("an answer that is not what the contract says", e);
        }
    }

    private static HubProblem problem(HttpResponse<byte[]> response) {
        HttpHeaders headers = response.headers();
        @Nullable Problem problem = null;
        if (headers.firstValue("Content-Type").orElse("").startsWith("application/problem+json")) {
            try {
                problem = JSON.readValue(response.body(), Problem.class);
            } catch (JacksonException e) {
                problem = null; // the status still says enough
            }
        }
        return new HubProblem(response.statusCode(), problem, retryAfter(headers));
    }

    private static @Nullable Duration retryAfter(HttpHeaders headers) {
        return headers.firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(null);
    }
}
