package cn.justicehub.hub.intake;

import cn.justicehub.hub.security.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An act as it came in, whatever way it came.
 *
 * @param type name of the exchange type
 * @param act name of the act, or null for the one that opens an exchange
 * @param exchangeId the exchange, or null for an opening act
 * @param caller the authenticated sender
 * @param bytes the body as received, never changed
 */
public record Incoming(
        String type, @Nullable String act, @Nullable UUID exchangeId, Caller caller, byte[] bytes) {

    /** The route that accepts it; answers with an {@link Answer}. */
    public static final String ACCEPT = "direct:accept";

    /** The route that only checks it; answers with a {@link Validation}. */
    public static final String VALIDATE = "direct:validate";
}
