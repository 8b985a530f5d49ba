package cn.justicehub.ledger.text;

import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Text forms of bytes and numbers. Every reader answers null for a spelling that the writer would not have chosen. */
public final class Spelling {
    private Spelling() {}

    /** Lower-case hexadecimal. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Reads lower-case hexadecimal of exactly {@code length} bytes, or answers null. */
    public static byte @Nullable [] hex(String text, int length) {
        if (text.length() != 2 * length) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            if (!((digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f'))) {
                return null;
            }
        }
        return HexFormat.of().parseHex(text);
    }

    /** Base 64 with padding, RFC 4648 §4. */
    public static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Reads RFC 4648 §4 base 64 with padding and zero trailing bits, or answers null. */
    public static byte @Nullable [] base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return base64(bytes).equals(text) ? bytes : null;
        } catch (IllegalArgumentException noBase64) {
            return null;
        }
    }

    /** Reads a non-negative ASCII decimal without leading zeros, below 2^63, or answers −1. */
    public static long decimal(String text) {
        if (text.isEmpty() || text.length() > 19 || (text.charAt(0) == '0' && text.length() > 1)) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - digit) / 10) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
