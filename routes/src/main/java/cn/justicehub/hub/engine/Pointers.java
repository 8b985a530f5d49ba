package cn.justicehub.hub.engine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON pointers (RFC 6901) into payloads of maps and lists. */
public final class Pointers {

    private Pointers() {}

    /** The value at a pointer, or null when there is none. */
    public static @Nullable Object get(@Nullable Object root, String pointer) {
        Object value = root;
        if (pointer.isEmpty()) {
            return value;
        }
        for (String token : pointer.substring(1).split("/", -1)) {
            value = child(value, token.replace("~1", "/").replace("~0", "~"));
        }
        return value;
    }

    private static @Nullable Object child(@Nullable Object parent, String token) {
        if (parent instanceof Map<?, ?> map) {
            return map.get(token);
        }
        if (parent instanceof List<?> list && token.matches("0|[1-9][0-9]{0,8}")) {
            int index = Integer.parseInt(token);
            return index < list.size() ? list.get(index) : null;
        }
        return null;
    }
}
