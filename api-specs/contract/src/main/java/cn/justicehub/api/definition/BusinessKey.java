package cn.justicehub.api.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.json.JsonMapper;

/** The key that makes two opening messages the same matter; derived by the hub, never taken from the sender. */
public final class BusinessKey {

    private static final JsonMapper JSON = JsonMapper.shared();

    private BusinessKey() {}

    /**
     * The canonical form: a JSON array of the identity's values in the order of the definition, normalised, with null for
     * a value that is absent.
     *
     * @param payload an opening payload that its schema accepts
     */
    public static String of(ExchangeType type, Map<String, Object> payload) {
        PayloadCheck check = type.opening().payload();
        List<@Nullable Object> values = new ArrayList<>();
        for (String pointer : type.identity().of()) {
            Object value = valueAt(payload, JsonPointer.compile(pointer));
            values.add(value instanceof String text ? check.normalise(pointer, text) : value);
        }
        return JSON.writeValueAsString(values);
    }

    private static @Nullable Object valueAt(@Nullable Object node, JsonPointer pointer) {
        if (pointer.matches() || node == null) {
            return node;
        }
        return node instanceof Map<?, ?> members
                ? valueAt(members.get(pointer.getMatchingProperty()), pointer.tail())
                : null;
    }
}
