package cn.justicehub.connectors.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key shared with one agency, and the signatures made with it (Standard Webhooks 1.0, symmetric). */
public final class WebhookSecret {

    private static final String PREFIX = "whsec_";

    private final byte[] key;

    private WebhookSecret(byte[] key) {
        this.key = key;
    }

    /**
     * Reads {@code whsec_} and the base64 of 24 to 64 bytes.
     *
     * @throws IllegalArgumentException for anything else; the message does not carry the text
     */
    public static WebhookSecret parse(String text) {
        byte[] key = decode(text);
        if (key.length < 24 || key.length > 64) {
            throw new IllegalArgumentException("a webhook secret is whsec_ and the base64 of 24 to 64 bytes");
        }
        return new WebhookSecret(key);
    }

    private static byte[] decode(String text) {
        try {
            return text.startsWith(PREFIX) ? Base64.getDecoder().decode(text.substring(PREFIX.length())) : new byte[0];
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }

    /** The form that {@link #parse} reads. */
    public static String format(byte[] key) {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /**
     * {@code v1,} and the base64 of HMAC-SHA256 over {@code id.timestamp.body}.
     *
     * @param timestamp seconds since the epoch
     */
    public String sign(String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether one of the signatures in a {@code webhook-signature} header is of this secret; compared in constant time. */
    public boolean verifies(String header, String id, long timestamp, byte[] body) {
        byte[] expected = sign(id, timestamp, body).getBytes(UTF_8);
        return Arrays.stream(header.split(" "))
                .map(signature -> MessageDigest.isEqual(expected, signature.getBytes(UTF_8)))
                .reduce(false, Boolean::logicalOr);
    }

    @Override
    public String toString() {
        return "WebhookSecret[hidden]";
    }
}
