package cn.justicehub.api.definition;

import cn.justicehub.api.violation.Findings;
import tools.jackson.databind.JsonNode;

/** Checks one act's payload against its schema, code lists and number formats; pure and thread-safe. */
public interface PayloadCheck {

    /**
     * Everything that is wrong with the payload, at once.
     *
     * @param payload the payload member of the body
     * @return violations whose {@code field} starts with {@code /payload}, and warning codes
     */
    Findings check(JsonNode payload);

    /** The act's JSON Schema with code lists filled in and common definitions still referenced, for discovery. */
    JsonNode schema();

    /**
     * The spelling under which a value of the payload is compared and searched: full-width brackets in case numbers,
     * upper-case X in identity numbers.
     *
     * @param pointer RFC 6901 pointer into the payload, as in {@link Identity#of} and {@link ExchangeType#keys}
     */
    default String normalise(String pointer, String value) {
        return value;
    }
}
