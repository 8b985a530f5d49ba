package cn.justicehub.hub.engine;

import cn.justicehub.api.loading.BuiltInTypes;
import cn.justicehub.api.loading.FolderContent;
import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonFault;
import cn.justicehub.ledger.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Payloads of defence notices: the definition's own examples, with members changed. */
final class Payloads {

    private static final FolderContent FOLDER = BuiltInTypes.content("defence-notice");

    private Payloads() {}

    /** The payload of an example to accept, as guards see it. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> of(String example) {
        byte[] bytes = Objects.requireNonNull(FOLDER.bytes("examples/accept/" + example + ".json"), example);
        try {
            JsonObject whole = (JsonObject) Json.parse(bytes);
            Object payload = Objects.requireNonNull(whole.get("payload")).toJava();
            return (Map<String, Object>) Objects.requireNonNull(payload);
        } catch (JsonFault fault) {
            throw new AssertionError(fault);
        }
    }

    /** The same payload with one member of the top level changed. */
    static Map<String, Object> with(Map<String, Object> payload, String member, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(payload);
        changed.put(member, value);
        return changed;
    }

    static Map<String, Object> offerTo(Agencies.Known firm) {
        return with(of("offer"), "lawyer", Map.of("firmUscc", firm.uscc()));
    }

    static Map<String, Object> hearing(String at, String procedure) {
        return with(of("submit-court-before-hearing"), "hearing", Map.of("at", at, "procedure", procedure));
    }
}
