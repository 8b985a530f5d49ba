package cn.justicehub.connectors.push;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of one attempt. Reasons are codes of the hub's own ({@code HTTP_422}, {@code CONNECT}, {@code TIMEOUT},
 * {@code TLS}, {@code NAME_UNKNOWN}, {@code ADDRESS_REFUSED}, {@code BUSY}, {@code PROTOCOL}, {@code IO},
 * {@code SECRET_MISSING}, {@code INTERRUPTED}), never text that came from the agency.
 */
public sealed interface PushOutcome {

    /** The agency has the message. */
    record Delivered(int status) implements PushOutcome {}

    /** The agency refuses this message and would refuse it again; its other messages are not concerned. */
    record MessageFault(String reason) implements PushOutcome {}

    /**
     * The agency cannot take messages now.
     *
     * @param retryAfter how long the agency asks to be left alone, at most a day, or null
     */
    record AgencyFault(String reason, @Nullable Duration retryAfter) implements PushOutcome {}
}
