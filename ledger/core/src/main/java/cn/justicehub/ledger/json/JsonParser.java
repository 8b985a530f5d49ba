package cn.justicehub.ledger.json;

import cn.justicehub.ledger.json.JsonFault.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Recursive descent over UTF-8 bytes; the depth limit bounds the recursion. */
final class JsonParser {

    /** Far more than any message needs; keeps a small text from becoming a large tree. */
    private static final int MOST_VALUES = 20_000;

    private static final int MOST_DIGITS = 16;

    private final byte[] in;
    private int values;
    private final int maxDepth;
    private int at;

    private JsonParser(byte[] in, int maxDepth) {
        this.in = in;
        this.maxDepth = maxDepth;
    }

    static Json parse(byte[] in, int maxDepth) throws JsonFault {
        if (maxDepth < 0 || maxDepth > Json.LARGEST_MAX_DEPTH) {
            throw new IllegalArgumentException("maxDepth");
        }
        Utf8.check(in);
        JsonParser parser = new JsonParser(in, maxDepth);
        parser.space();
        Json value = parser.value(0);
        parser.space();
        if (parser.at != in.length) {
            throw parser.fault(Kind.SYNTAX);
        }
        return value;
    }

    private Json value(int depth) throws JsonFault {
        if (++values > MOST_VALUES) {
            throw fault(Kind.TOO_MANY);
        }
        int next = peek();
        return switch (next) {
            case '{' -> object(depth + 1);
            case '[' -> array(depth + 1);
            case '"' -> new JsonString(string());
            case 't' -> word("true", JsonBool.TRUE);
            case 'f' -> word("false", JsonBool.FALSE);
            case 'n' -> word("null", JsonNull.NULL);
            default -> number();
        };
    }

    private Json object(int depth) throws JsonFault {
        open(depth);
        Map<String, Json> members = new LinkedHashMap<>();
        if (closes('}')) {
            return JsonObject.of();
        }
        do {
            space();
            int nameAt = at;
            String name = string();
            space();
            expect(':');
            space();
            if (members.put(name, value(depth)) != null) {
                throw new JsonFault(Kind.DUPLICATE_KEY, nameAt);
            }
        } while (another('}'));
        return new JsonObject(members);
    }

    private Json array(int depth) throws JsonFault {
        open(depth);
        List<Json> items = new ArrayList<>();
        if (closes(']')) {
            return new JsonArray(items);
        }
        do {
            space();
            items.add(value(depth));
        } while (another(']'));
        return new JsonArray(items);
    }

    private void open(int depth) throws JsonFault {
        if (depth > maxDepth) {
            throw fault(Kind.TOO_DEEP);
        }
        at++;
        space();
    }

    private boolean closes(char end) {
        if (peek() == end) {
            at++;
            return true;
        }
        return false;
    }

    /** Steps over a comma and says true, or over the end and says false. */
    private boolean another(char end) throws JsonFault {
        space();
        if (peek() == ',') {
            at++;
            return true;
        }
        expect(end);
        return false;
    }

    private String string() throws JsonFault {
        int start = at;
        expect('"');
        int from = at;
        int seen = 0;
        while (at < in.length && in[at] != '"' && in[at] != '\\') {
            if (in[at] >= 0 && in[at] < 0x20) {
                throw fault(Kind.SYNTAX);
            }
            seen |= in[at++];
        }
        if (peek() == '\\') {
            String text = new JsonEscapes(in, from, at).read();
            at = JsonEscapes.end(in, at) + 1;
            return checked(text, start);
        }
        expect('"');
        return seen >= 0
                ? new String(in, from, at - 1 - from, StandardCharsets.ISO_8859_1)
                : checked(new String(in, from, at - 1 - from, StandardCharsets.UTF_8), start);
    }

    private static String checked(String text, int start) throws JsonFault {
        Kind fault = JsonText.fault(text);
        if (fault != null) {
            throw new JsonFault(fault, start);
        }
        return text;
    }

    private Json number() throws JsonFault {
        int start = at;
        boolean negative = closes('-');
        int from = at;
        long value = 0;
        while (isDigit(peek())) {
            value = at - from < MOST_DIGITS ? value * 10 + (in[at] - '0') : Long.MAX_VALUE;
            at++;
        }
        if (at == from || (in[from] == '0' && at - from > 1)) {
            throw new JsonFault(Kind.SYNTAX, start);
        }
        int next = peek();
        if (next == '.' || next == 'e' || next == 'E' || (negative && value == 0)) {
            throw new JsonFault(Kind.NOT_INTEGER, start);
        }
        if (at - from > MOST_DIGITS || value > JsonNumber.LARGEST) {
            throw new JsonFault(Kind.NUMBER_RANGE, start);
        }
        return new JsonNumber(negative ? -value : value);
    }

    private Json word(String word, Json value) throws JsonFault {
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i));
        }
        return value;
    }

    private void space() {
        while (at < in.length && (in[at] == ' ' || in[at] == '\n' || in[at] == '\r' || in[at] == '\t')) {
            at++;
        }
    }

    private void expect(char wanted) throws JsonFault {
        if (peek() != wanted) {
            throw fault(Kind.SYNTAX);
        }
        at++;
    }

    private int peek() {
        return at < in.length ? in[at] : -1;
    }

    private static boolean isDigit(int next) {
        return next >= '0' && next <= '9';
    }

    private JsonFault fault(Kind kind) {
        return new JsonFault(kind, at);
    }
}
