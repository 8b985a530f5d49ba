package cn.justicehub.ledger.json;

/** Strict UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing beyond U+10FFFF, no byte order mark. */
final class Utf8 {
    private Utf8() {}

    static void check(byte[] in) throws JsonFault {
        if (in.length >= 3 && (in[0] & 0xFF) == 0xEF && (in[1] & 0xFF) == 0xBB && (in[2] & 0xFF) == 0xBF) {
            throw new JsonFault(JsonFault.Kind.NOT_UTF8, 0);
        }
        int at = 0;
        while (at < in.length) {
            if (in[at] >= 0) {
                at++;
                continue;
            }
            int length = sequenceLength(in, at);
            if (length == 0) {
                throw new JsonFault(JsonFault.Kind.NOT_UTF8, at);
            }
            at += length;
        }
    }

    /** Length of the well-formed multi-byte sequence at this place (Unicode table 3-7), or 0. */
    private static int sequenceLength(byte[] in, int at) {
        int lead = in[at] & 0xFF;
        int second = at + 1 < in.length ? in[at + 1] & 0xFF : 0;
        if (lead >= 0xC2 && lead <= 0xDF) {
            return within(second, 0x80, 0xBF) ? 2 : 0;
        }
        if (lead >= 0xE0 && lead <= 0xEF) {
            int low = lead == 0xE0 ? 0xA0 : 0x80;
            int high = lead == 0xED ? 0x9F : 0xBF;
            return within(second, low, high) && continues(in, at + 2) ? 3 : 0;
        }
        if (lead >= 0xF0 && lead <= 0xF4) {
            int low = lead == 0xF0 ? 0x90 : 0x80;
            int high = lead == 0xF4 ? 0x8F : 0xBF;
            return within(second, low, high) && continues(in, at + 2) && continues(in, at + 3) ? 4 : 0;
        }
        return 0;
    }

    private static boolean continues(byte[] in, int at) {
        return at < in.length && (in[at] & 0xC0) == 0x80;
    }

    private static boolean within(int value, int low, int high) {
        return value >= low && value <= high;
    }
}
