package cn.justicehub.ledger.json;

import java.util.Map;
import java.util.TreeMap;

/** RFC 8785, the JSON Canonicalization Scheme: one value, one sequence of bytes. */
public final class Jcs {
    private static final String HEX = "0123456789abcdef";

    private Jcs() {}

    /** The canonical bytes: members sorted by UTF-16 code units, least escapes, no space, UTF-8. */
    public static byte[] encode(Json value) {
        JsonBytes out = new JsonBytes(256);
        write(value, out);
        return out.toByteArray();
    }

    private static void write(Json value, JsonBytes out) {
        if (value instanceof JsonString text) {
            quote(text.value(), out);
        } else if (value instanceof JsonObject object) {
            object(object, out);
        } else if (value instanceof JsonArray array) {
            array(array, out);
        } else if (value instanceof JsonNumber number) {
            out.ascii(Long.toString(number.value()));
        } else if (value instanceof JsonBool bool) {
            out.ascii(bool.value() ? "true" : "false");
        } else {
            out.ascii("null");
        }
    }

    private static void object(JsonObject object, JsonBytes out) {
        out.ascii('{');
        boolean first = true;
        // String's own order compares UTF-16 code units, as RFC 8785 §3.2.3 asks
        for (Map.Entry<String, Json> member : new TreeMap<>(object.members()).entrySet()) {
            if (!first) {
                out.ascii(',');
            }
            first = false;
            quote(member.getKey(), out);
            out.ascii(':');
            write(member.getValue(), out);
        }
        out.ascii('}');
    }

    private static void array(JsonArray array, JsonBytes out) {
        out.ascii('[');
        for (int i = 0; i < array.items().size(); i++) {
            if (i > 0) {
                out.ascii(',');
            }
            write(array.items().get(i), out);
        }
        out.ascii(']');
    }

    private static void quote(String text, JsonBytes out) {
        out.ascii('"');
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < 0x20 || unit == '"' || unit == '\\') {
                escape(unit, out);
            } else if (unit < 0x80) {
                out.ascii(unit);
            } else {
                int point = text.codePointAt(i);
                out.point(point);
                i += Character.charCount(point) - 1;
            }
        }
        out.ascii('"');
    }

    private static void escape(char unit, JsonBytes out) {
        out.ascii('\\');
        switch (unit) {
            case '"', '\\' -> out.ascii(unit);
            case '\b' -> out.ascii('b');
            case '\t' -> out.ascii('t');
            case '\n' -> out.ascii('n');
            case '\f' -> out.ascii('f');
            case '\r' -> out.ascii('r');
            default -> {
                out.ascii("u00");
                out.ascii(HEX.charAt(unit >> 4));
                out.ascii(HEX.charAt(unit & 0xF));
            }
        }
    }
}
