package cn.justicehub.ledger.receipt;

import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonArray;
import cn.justicehub.ledger.json.JsonObject;
import java.util.List;
import java.util.Locale;

/**
 * What a verification found.
 *
 * @param checks in the order in which they were made
 */
public record Verdict(Status status, List<Check> checks) {

    /** Copies the list. */
    public Verdict {
        checks = List.copyOf(checks);
    }

    /** Whether everything that was asked for holds. */
    public boolean ok() {
        return status == Status.OK;
    }

    /** The checks that failed. */
    public List<Check> failures() {
        return checks.stream().filter(check -> !check.ok()).toList();
    }

    /** The verdict as a JSON object. */
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("verdict", status.name().toLowerCase(Locale.ROOT))
                .put(
                        "checks",
                        new JsonArray(checks.stream().<Json>map(Check::toJson).toList()))
                .build();
    }

    /** The three ways a verification can end. */
    public enum Status {
        /** Every check holds. */
        OK,
        /** It is a receipt, and at least one check fails. */
        NOT_OK,
        /** The bytes are no receipt at all. */
        UNREADABLE
    }
}
