package cn.justicehub.connectors.push;

import cn.justicehub.connectors.agency.Agency;
import cn.justicehub.connectors.agency.Channel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.ssl.SSLContexts;
import org.jspecify.annotations.Nullable;

/**
 * The sender over Apache HttpClient. A request runs in a thread of its own, so that the caller is back at the deadline whatever
 * the request hangs on: a name server, a handshake, an answer that comes a byte at a time.
 */
final class HttpPushSender implements PushSender {

    private final WebhookSecrets secrets;
    private final boolean sandbox;
    private final SSLContext tls;
    private final NameService names;
    private final Map<String, AgencyLine> lines = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "push");
        thread.setDaemon(true);
        return thread;
    });

    HttpPushSender(WebhookSecrets secrets, boolean sandbox, @Nullable SSLContext tls, NameService names) {
        this.secrets = secrets;
        this.sandbox = sandbox;
        this.tls = tls == null ? SSLContexts.createDefault() : tls;
        this.names = names;
    }

    @Override
    public PushOutcome push(Agency agency, PushMessage message) {
        if (!(agency.channel() instanceof Channel.Push push)) {
            throw new IllegalArgumentException("agency " + agency.code() + " is not reached by push");
        }
        List<WebhookSecret> keys = secrets.of(agency.code());
        if (keys.isEmpty()) {
            return fault("SECRET_MISSING");
        }
        long deadline = System.nanoTime() + push.requestTimeout().toNanos();
        AgencyLine line = line(agency, push);
        Attempt attempt = new Attempt(line.client(), request(push, message, keys));
        try {
            return start(line, attempt, deadline) ? await(attempt, deadline) : fault("BUSY");
        } catch (InterruptedException e) {
            attempt.cancel();
            Thread.currentThread().interrupt();
            return fault("INTERRUPTED");
        }
    }

    private boolean start(AgencyLine line, Attempt attempt, long deadline) throws InterruptedException {
        if (!line.permits().tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        threads.execute(() -> {
            try {
                attempt.run();
            } finally {
                line.permits().release();
            }
        });
        return true;
    }

    private static PushOutcome await(Attempt attempt, long deadline) throws InterruptedException {
        try {
            return attempt.outcome().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            attempt.cancel();
            return fault("TIMEOUT");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static HttpPost request(Channel.Push push, PushMessage message, List<WebhookSecret> keys) {
        long timestamp = message.timestamp().getEpochSecond();
        byte[] body = message.body();
        HttpPost request = new HttpPost(push.address());
        request.setHeader("webhook-id", message.deliveryId());
        request.setHeader("webhook-timestamp", timestamp);
        request.setHeader(
                "webhook-signature",
                keys.stream()
                        .map(key -> key.sign(message.deliveryId(), timestamp, body))
                        .collect(Collectors.joining(" ")));
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON.withCharset((String) null)));
        return request;
    }

    /** The agency's connections, made anew when its folder has changed. */
    private AgencyLine line(Agency agency, Channel.Push push) {
        return lines.compute(agency.code(), (code, line) -> {
            if (line != null && line.digest().equals(agency.digest())) {
                return line;
            }
            if (line != null) {
                line.client().close(CloseMode.GRACEFUL);
            }
            return AgencyLine.open(agency, push, sandbox, tls, names);
        });
    }

    private static PushOutcome fault(String reason) {
        return new PushOutcome.AgencyFault(reason, null);
    }

    @Override
    public void close() {
        lines.values().forEach(line -> line.client().close(CloseMode.IMMEDIATE));
        lines.clear();
        threads.shutdownNow();
    }
}
