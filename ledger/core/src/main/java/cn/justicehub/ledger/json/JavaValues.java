package cn.justicehub.ledger.json;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From plain Java values to {@link Json}. */
final class JavaValues {
    private JavaValues() {}

    static Json toJson(@Nullable Object value) {
        if (value == null) {
            return JsonNull.NULL;
        }
        if (value instanceof Json json) {
            return json;
        }
        if (value instanceof CharSequence text) {
            return new JsonString(text.toString());
        }
        if (value instanceof Boolean bool) {
            return JsonBool.of(bool);
        }
        return value instanceof Number number ? number(number) : container(value);
    }

    private static Json number(Number number) {
        if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return new JsonNumber(number.longValue());
        }
        if (number instanceof BigInteger big && big.bitLength() < Long.SIZE) {
            return new JsonNumber(big.longValue());
        }
        throw new IllegalArgumentException("not an integer within 2^53: " + number.getClass());
    }

    private static Json container(Object value) {
        if (value instanceof Map<?, ?> map) {
            JsonObject.Builder builder = JsonObject.builder();
            map.forEach((name, member) -> builder.put((String) name, toJson(member)));
            return builder.build();
        }
        if (value instanceof Collection<?> items) {
            return new JsonArray(items.stream().map(JavaValues::toJson).toList());
        }
        throw new IllegalArgumentException("no JSON value: " + value.getClass());
    }
}
