package cn.justicehub.hub.read;

import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonFault;
import cn.justicehub.ledger.json.JsonObject;

/** Bodies that were strict JSON objects when they were accepted. */
final class Bodies {

    private Bodies() {}

    static JsonObject parse(byte[] body) {
        try {
            return (JsonObject) Json.parse(body);
        } catch (JsonFault fault) {
            throw new IllegalStateException("an accepted body does not parse", fault);
        }
    }
}
