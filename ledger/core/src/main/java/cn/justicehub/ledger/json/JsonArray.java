package cn.justicehub.ledger.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array. */
public record JsonArray(List<Json> items) implements Json {

    /** Copies the items. */
    public JsonArray {
        items = List.copyOf(items);
    }

    /** An array of the given items. */
    public static JsonArray of(Json... items) {
        return new JsonArray(List.of(items));
    }

    /** An array of strings. */
    public static JsonArray ofStrings(List<String> texts) {
        return new JsonArray(texts.stream().<Json>map(JsonString::new).toList());
    }

    @Override
    public List<@Nullable Object> toJava() {
        List<@Nullable Object> list = new ArrayList<>(items.size());
        for (Json item : items) {
            list.add(item.toJava());
        }
        return list;
    }
}
