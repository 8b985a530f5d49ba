package cn.justicehub.ledger.receipt;

import cn.justicehub.ledger.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was looked at.
 *
 * @param name stable, dotted
 * @param expected what should be there, where that can be said
 * @param actual what is there
 * @param note a remark in English
 */
public record Check(
        String name,
        boolean ok,
        @Nullable String expected,
        @Nullable String actual,
        @Nullable String note) {

    /** The check as a JSON object; absent parts are left out. */
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("name", name)
                .put("ok", ok)
                .putIfPresent("expected", expected)
                .putIfPresent("actual", actual)
                .putIfPresent("note", note)
                .build();
    }
}
