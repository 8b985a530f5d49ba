package cn.justicehub.verifier;

import cn.justicehub.ledger.merkle.Tile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A log behind HTTP. It is asked nowhere but where it was said to be: no redirect leads to another host, port or scheme. */
final class HttpLog implements LogPlace {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final String CHECKPOINT = "checkpoint";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    /** Ends in a slash. */
    private final URI base;

    private HttpLog(URI base) {
        this.base = base;
    }

    /** @throws IOException when the URL is none, or what is there does not answer */
    static HttpLog open(String url) throws IOException {
        URI given;
        try {
            given = URI.create(url.endsWith("/") ? url : url + "/");
        } catch (IllegalArgumentException malformed) {
            throw new IOException("no URL: " + url, malformed);
        }
        if (given.getHost() == null || given.getRawQuery() != null || given.getRawFragment() != null) {
            throw new IOException("no URL of a log: " + url);
        }
        return new HttpLog(given).inUse();
    }

    /** {@code /log/checkpoint} leads to that of the generation in use: one such step, on the same host, is taken. */
    private HttpLog inUse() throws IOException {
        URI asked = base.resolve(CHECKPOINT);
        HttpResponse<byte[]> answer = get(asked, 0);
        String location = answer.headers().firstValue("location").orElse("");
        if (answer.statusCode() / 100 != 3) {
            return this;
        }
        URI led = resolved(asked, location);
        if (!sameOrigin(led, asked) || !led.getPath().endsWith("/" + CHECKPOINT) || led.getRawQuery() != null) {
            throw new IOException(asked + " leads elsewhere: " + location);
        }
        return new HttpLog(led.resolve("."));
    }

    private static URI resolved(URI asked, String location) throws IOException {
        try {
            return asked.resolve(location);
        } catch (IllegalArgumentException malformed) {
            throw new IOException(asked + " leads nowhere: " + location, malformed);
        }
    }

    private static boolean sameOrigin(URI one, URI other) {
        return Objects.equals(one.getScheme(), other.getScheme())
                && Objects.equals(one.getRawAuthority(), other.getRawAuthority());
    }

    @Override
    public byte @Nullable [] read(String path, int most) throws IOException {
        return read(base.resolve(path), most);
    }

    /** Two looks: a hub makes partial tiles of any width on demand, other servers keep the full ones. */
    @Override
    public @Nullable Tile anyOf(String prefix, List<Tile> tiles) throws IOException {
        for (Tile tile : List.of(tiles.get(0), tiles.get(tiles.size() - 1))) {
            if (read(prefix + tile.path(), 0) != null) {
                return tile;
            }
        }
        return null;
    }

    @Override
    public byte @Nullable [] keyring(int most) throws IOException {
        return read(base.resolve("../keyring"), most);
    }

    private byte @Nullable [] read(URI uri, int most) throws IOException {
        HttpResponse<byte[]> answer = get(uri, most);
        return switch (answer.statusCode()) {
            case 200 -> answer.body();
            case 404, 410 -> null;
            default -> throw new IOException(uri + " answered " + answer.statusCode());
        };
    }

    private HttpResponse<byte[]> get(URI uri, int most) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(ANSWER).build();
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, head -> new FirstBytes(most + 1));
        try {
            return answer.get(ANSWER.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw new IOException("cannot reach " + uri + ": " + failure.getCause(), failure);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new IOException("no answer within " + ANSWER.toSeconds() + " s: " + uri, late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        }
    }
}
