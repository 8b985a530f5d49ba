package cn.justicehub.ledger.json;

import cn.justicehub.ledger.json.JsonFault.Kind;
import java.nio.charset.StandardCharsets;

/** The slow half of reading a string: one that holds at least one escape. The bytes are known to be UTF-8. */
final class JsonEscapes {
    private final byte[] in;
    private final StringBuilder text;
    private int at;

    /** Starts at the first backslash; what lies between {@code from} and it is taken as it is. */
    JsonEscapes(byte[] in, int from, int firstEscape) {
        this.in = in;
        this.at = firstEscape;
        this.text = new StringBuilder(new String(in, from, firstEscape - from, StandardCharsets.UTF_8));
    }

    /** The place of the closing quote, seen from a backslash; the string has been read without a fault. */
    static int end(byte[] in, int backslash) {
        int at = backslash;
        while (in[at] != '"') {
            at += in[at] == '\\' ? 2 : 1;
        }
        return at;
    }

    /** The text up to the closing quote. */
    String read() throws JsonFault {
        while (at < in.length && in[at] != '"') {
            if (in[at] == '\\') {
                escape();
            } else {
                plain();
            }
        }
        if (at >= in.length) {
            throw new JsonFault(Kind.SYNTAX, at);
        }
        return text.toString();
    }

    private void plain() throws JsonFault {
        int from = at;
        while (at < in.length && in[at] != '"' && in[at] != '\\') {
            if (in[at] >= 0 && in[at] < 0x20) {
                throw new JsonFault(Kind.SYNTAX, at);
            }
            at++;
        }
        text.append(new String(in, from, at - from, StandardCharsets.UTF_8));
    }

    private void escape() throws JsonFault {
        int letter = at + 1 < in.length ? in[at + 1] : -1;
        switch (letter) {
            case '"', '\\', '/' -> text.append((char) letter);
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'n' -> text.append('\n');
            case 'r' -> text.append('\r');
            case 't' -> text.append('\t');
            case 'u' -> text.append(hexUnit());
            default -> throw new JsonFault(Kind.SYNTAX, at);
        }
        at += letter == 'u' ? 6 : 2;
    }

    private char hexUnit() throws JsonFault {
        int unit = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = i < in.length ? Character.digit(in[i], 16) : -1;
            if (digit < 0) {
                throw new JsonFault(Kind.SYNTAX, at);
            }
            unit = unit << 4 | digit;
        }
        return (char) unit;
    }
}
