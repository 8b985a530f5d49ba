package cn.justicehub.hub.edges;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Texts that must not be found where they have no place, and every spelling in which they could lie there. */
final class Marker {

    /** Stands in every field of words. */
    static final String WORD = "QZ7X9MARKER";

    /** Looks like a phone number. */
    static final String PHONE = "0431-98761234";

    /** A valid resident identity number of nobody. */
    static final String ID_NO = "690106199512310073";

    static final String CASE_NO = "（2026）吉0106刑初98761号";

    private static final List<String> ALL = List.of(WORD, PHONE, ID_NO, "98761号");

    private Marker() {}

    /** The spellings of all markers that are found in a text; lower or upper case. */
    static List<String> in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<String> found = new ArrayList<>();
        for (String marker : ALL) {
            for (String spelling : spellings(marker)) {
                if (lower.contains(spelling.toLowerCase(Locale.ROOT))) {
                    found.add(spelling);
                }
            }
        }
        return found;
    }

    /** The markers that are found in bytes, as they are or in UTF-16. */
    static List<String> in(byte[] bytes) {
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        List<String> found = new ArrayList<>(in(text));
        for (String marker : ALL) {
            for (byte[] form : List.of(marker.getBytes(UTF_8), marker.getBytes(UTF_16LE), marker.getBytes(UTF_16BE))) {
                if (text.contains(new String(form, java.nio.charset.StandardCharsets.ISO_8859_1))) {
                    found.add(marker);
                }
            }
        }
        return found;
    }

    private static List<String> spellings(String marker) {
        List<String> spellings = new ArrayList<>(List.of(marker));
        for (byte[] form : List.of(marker.getBytes(UTF_8), marker.getBytes(UTF_16LE), marker.getBytes(UTF_16BE))) {
            spellings.add(HexFormat.of().formatHex(form));
        }
        byte[] bytes = marker.getBytes(UTF_8);
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[shift + bytes.length];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            String base64 = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            // the first and last characters depend on what stands beside the marker
            spellings.add(base64.substring(shift == 0 ? 0 : shift + 1, base64.length() - 1));
        }
        return spellings;
    }
}
