package cn.justicehub.ledger.record;

import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonArray;
import cn.justicehub.ledger.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One field of a record: a scalar or an empty container, and where it lies.
 *
 * @param pointer RFC 6901
 */
record Field(String pointer, Json value) {

    /** By pointer, as UTF-16 code units, which is how Java compares strings. */
    static final Comparator<Field> ORDER = Comparator.comparing(Field::pointer);

    /** All fields at and below a value, sorted. */
    static List<Field> of(String pointer, Json value) {
        List<Field> fields = new ArrayList<>();
        collect(pointer, value, fields);
        fields.sort(ORDER);
        return fields;
    }

    private static void collect(String pointer, Json value, List<Field> fields) {
        if (value instanceof JsonObject object && !object.members().isEmpty()) {
            object.members().forEach((name, member) -> collect(pointer + "/" + escape(name), member, fields));
        } else if (value instanceof JsonArray array && !array.items().isEmpty()) {
            for (int i = 0; i < array.items().size(); i++) {
                collect(pointer + "/" + i, array.items().get(i), fields);
            }
        } else {
            fields.add(new Field(pointer, value));
        }
    }

    private static String escape(String name) {
        return name.indexOf('~') < 0 && name.indexOf('/') < 0
                ? name
                : name.replace("~", "~0").replace("/", "~1");
    }
}
