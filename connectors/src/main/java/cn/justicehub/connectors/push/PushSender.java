package cn.justicehub.connectors.push;

import cn.justicehub.connectors.agency.Agency;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Posts messages to agencies. Thread-safe. Agencies do not slow each other: each has its own connections, and as many requests
 * under way as its limits allow; one more waits, within its own deadline.
 */
public interface PushSender extends AutoCloseable {

    /**
     * Makes exactly one attempt, and returns within the agency's request time-out. Redirects are not followed, the answer's body
     * is not read, nothing is retried.
     *
     * @throws IllegalArgumentException when the agency's channel is not {@code Push}
     */
    PushOutcome push(Agency agency, PushMessage message);

    /** Ends requests under way; they come back as agency faults. */
    @Override
    void close();

    /**
     * @param sandbox whether addresses on this machine are allowed
     * @param tls whom to trust, or null for the Java runtime's own authorities
     */
    static PushSender create(WebhookSecrets secrets, boolean sandbox, @Nullable SSLContext tls) {
        return new HttpPushSender(secrets, sandbox, tls, NameService.SYSTEM);
    }
}
