package cn.justicehub.hub.security;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An authorization server of somebody else's, whose access tokens (RFC 9068) the hub accepts in place of its own.
 *
 * @param uri what its tokens say as {@code iss}
 * @param keys where its JWK set (RFC 7517) is; https, or http on this machine
 * @param audience what its tokens for this hub say as {@code aud}
 * @param agencyClaim the claim that holds the code of the caller's agency
 */
public record ExternalIssuer(
        @DefaultValue("") String uri,
        @DefaultValue("") String keys,
        @DefaultValue("") String audience,
        @DefaultValue("agency") String agencyClaim) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @throws IllegalArgumentException naming everything that is wrong at once */
    public ExternalIssuer {
        List<String> faults = new ArrayList<>();
        if (uri.isBlank()) {
            faults.add("hub.security.issuer.uri is missing");
        }
        if (audience.isBlank()) {
            faults.add("hub.security.issuer.audience is missing");
        }
        if (agencyClaim.isBlank()) {
            faults.add("hub.security.issuer.agency-claim is empty");
        }
        if (!isSafe(keys)) {
            faults.add("hub.security.issuer.keys is no https URL");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    private static boolean isSafe(String url) {
        try {
            URI uri = URI.create(url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            String host = uri.getHost();
            return host != null && (scheme.equals("https") || scheme.equals("http") && THIS_MACHINE.contains(host));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
