package cn.justicehub.ledger.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object; its members keep the order in which they were given, and two objects are equal whatever that order. */
public record JsonObject(Map<String, Json> members) implements Json {

    private static final JsonObject EMPTY = new JsonObject(Map.of());

    /** Copies the members; names must be text that {@link JsonString} would hold. */
    public JsonObject {
        Map<String, Json> copy = new LinkedHashMap<>(members);
        copy.forEach((name, value) -> {
            JsonText.require(name);
            if (value == null) {
                throw new IllegalArgumentException("no value for a member; use JsonNull or leave it out");
            }
        });
        members = Collections.unmodifiableMap(copy);
    }

    /** The object without members. */
    public static JsonObject of() {
        return EMPTY;
    }

    /** An object of one member. */
    public static JsonObject of(String name, Json value) {
        return builder().put(name, value).build();
    }

    /** An object of two members. */
    public static JsonObject of(String name1, Json value1, String name2, Json value2) {
        return builder().put(name1, value1).put(name2, value2).build();
    }

    /** An object of three members. */
    public static JsonObject of(String name1, Json value1, String name2, Json value2, String name3, Json value3) {
        return builder()
                .put(name1, value1)
                .put(name2, value2)
                .put(name3, value3)
                .build();
    }

    /** Starts an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** The member's value, or null when there is no such member. */
    public @Nullable Json get(String name) {
        return members.get(name);
    }

    /** The member's text, or null when there is no such member or it is no string. */
    public @Nullable String string(String name) {
        return members.get(name) instanceof JsonString text ? text.value() : null;
    }

    /** The member's number, or null when there is no such member or it is no number. */
    public @Nullable Long number(String name) {
        return members.get(name) instanceof JsonNumber number ? number.value() : null;
    }

    /** This object without one member; itself when it has none of that name. */
    public JsonObject without(String name) {
        if (!members.containsKey(name)) {
            return this;
        }
        Map<String, Json> rest = new LinkedHashMap<>(members);
        rest.remove(name);
        return new JsonObject(rest);
    }

    /** This object with one member added at the end, or replaced in its place. */
    public JsonObject with(String name, Json value) {
        Map<String, Json> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new JsonObject(more);
    }

    @Override
    public Map<String, @Nullable Object> toJava() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        members.forEach((name, value) -> map.put(name, value.toJava()));
        return map;
    }

    /** Collects members in order; a name given twice is a programming error. Not thread-safe. */
    public static final class Builder {
        private final Map<String, Json> members = new LinkedHashMap<>();

        private Builder() {}

        /** Adds a member. */
        public Builder put(String name, Json value) {
            if (members.put(name, value) != null) {
                throw new IllegalArgumentException("member given twice: " + name);
            }
            return this;
        }

        /** Adds a string. */
        public Builder put(String name, String value) {
            return put(name, new JsonString(value));
        }

        /** Adds an integer within ±(2^53−1). */
        public Builder put(String name, long value) {
            return put(name, new JsonNumber(value));
        }

        /** Adds a boolean. */
        public Builder put(String name, boolean value) {
            return put(name, JsonBool.of(value));
        }

        /** Adds a member unless its value is absent: absent members are left out, never null. */
        public Builder putIfPresent(String name, @Nullable Object value) {
            return value == null ? this : put(name, Json.fromJava(value));
        }

        /** Adds every member of another object. */
        public Builder putAll(JsonObject other) {
            other.members().forEach(this::put);
            return this;
        }

        /** The object of what was added so far. */
        public JsonObject build() {
            return new JsonObject(members);
        }
    }
}
