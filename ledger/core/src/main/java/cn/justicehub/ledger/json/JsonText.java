package cn.justicehub.ledger.json;

import org.jspecify.annotations.Nullable;

/** What I-JSON forbids in names and strings (RFC 7493 §2.1). */
final class JsonText {
    private JsonText() {}

    /** The first fault of the text, or null. */
    static JsonFault.@Nullable Kind fault(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < Character.MIN_SURROGATE) {
                continue;
            }
            int point = text.codePointAt(i);
            if (point <= Character.MAX_VALUE && Character.isSurrogate((char) point)) {
                return JsonFault.Kind.LONE_SURROGATE;
            }
            if (isNoncharacter(point)) {
                return JsonFault.Kind.NONCHARACTER;
            }
            i += Character.charCount(point) - 1;
        }
        return null;
    }

    static void require(String text) {
        JsonFault.Kind fault = fault(text);
        if (fault != null) {
            throw new IllegalArgumentException("text holds a " + fault);
        }
    }

    private static boolean isNoncharacter(int point) {
        return (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
    }
}
