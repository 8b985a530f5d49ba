package cn.justicehub.connectors.agency;

import java.security.cert.X509Certificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A certificate whose key may sign for an agency.
 *
 * @param certificate of an SM2 or a P-256 key; it may have expired, which is judged when a message comes
 * @param revokedAt from when on its signatures count no more, or null
 */
public record Signer(X509Certificate certificate, @Nullable Instant revokedAt) {}
