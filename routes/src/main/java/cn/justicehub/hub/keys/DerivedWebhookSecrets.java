package cn.justicehub.hub.keys;

import cn.justicehub.connectors.push.WebhookSecret;
import cn.justicehub.connectors.push.WebhookSecrets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/**
 * The secrets with which pushes are signed, one for each agency, derived from the master key (RFC 5869): nothing more
 * to store, and the same on every replica. While the master key is being changed both secrets sign.
 */
public final class DerivedWebhookSecrets implements WebhookSecrets {

    private static final int LENGTH = 32;

    private final KeyRing master;

    public DerivedWebhookSecrets(KeyRing master) {
        this.master = master;
    }

    @Override
    public List<WebhookSecret> of(String agencyCode) {
        return master.all().stream()
                .map(key -> WebhookSecret.parse(text(key, agencyCode)))
                .toList();
    }

    /** The secret that an agency is given, in {@code whsec_} form. */
    public String current(String agencyCode) {
        return text(master.current(), agencyCode);
    }

    private static String text(NamedKey key, String agencyCode) {
        HKDFBytesGenerator derive = new HKDFBytesGenerator(new SHA256Digest());
        byte[] info = ("webhook/" + agencyCode).getBytes(StandardCharsets.UTF_8);
        derive.init(new HKDFParameters(key.bytes(), null, info));
        byte[] secret = new byte[LENGTH];
        derive.generateBytes(secret, 0, LENGTH);
        return WebhookSecret.format(secret);
    }
}
