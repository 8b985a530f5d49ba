package cn.justicehub.connectors.push;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MessageConstraintException;
import org.jspecify.annotations.Nullable;

/** One request. Its outcome is known as soon as the status line and headers are in; what follows only tidies the connection. */
final class Attempt implements Runnable {

    /** A body up to this size, arriving within this time, is read away so that the connection can be used again. */
    private static final int TIDY_BYTES = 16 * 1024;

    private static final Duration TIDY_TIME = Duration.ofSeconds(1);

    private final CloseableHttpClient client;
    private final HttpPost request;
    private final CompletableFuture<PushOutcome> outcome = new CompletableFuture<>();

    Attempt(CloseableHttpClient client, HttpPost request) {
        this.client = client;
        this.request = request;
    }

    CompletableFuture<PushOutcome> outcome() {
        return outcome;
    }

    /** Closes the connection, wherever the request has got to. */
    void cancel() {
        request.cancel();
    }

    @Override
    public void run() {
        try (ClassicHttpResponse response = client.executeOpen(HttpHost.create(request.getUri()), request, null)) {
            Header retryAfter = response.getFirstHeader("Retry-After");
            outcome.complete(StatusRules.outcome(
                    response.getCode(), retryAfter == null ? null : retryAfter.getValue(), Instant.now()));
            tidy(response);
        } catch (Exception e) {
            outcome.complete(new PushOutcome.AgencyFault(reason(e), null));
        }
    }

    /** Reads a short body to its end; cuts the connection of any other, for closing alone would read that to its end, too. */
    private void tidy(ClassicHttpResponse response) throws IOException {
        if (response.getEntity() == null) {
            return;
        }
        long start = System.nanoTime();
        InputStream body = response.getEntity().getContent();
        byte[] buffer = new byte[2048];
        for (int total = 0; total <= TIDY_BYTES && System.nanoTime() - start < TIDY_TIME.toNanos(); ) {
            int read = body.read(buffer);
            if (read < 0) {
                return;
            }
            total += read;
        }
        request.cancel();
    }

    private static String reason(@Nullable Throwable e) {
        if (e instanceof AddressRefused) {
            return "ADDRESS_REFUSED";
        } else if (e instanceof UnknownHostException) {
            return "NAME_UNKNOWN";
        } else if (e instanceof ConnectionRequestTimeoutException) {
            return "BUSY";
        } else if (e instanceof SocketTimeoutException) {
            return "TIMEOUT";
        } else if (e instanceof SSLException) {
            return "TLS";
        } else if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return "CONNECT";
        } else if (e instanceof ClientProtocolException || e instanceof MessageConstraintException) {
            return "PROTOCOL";
        }
        return "IO";
    }
}
