package cn.justicehub.ledger.json;

import org.jspecify.annotations.Nullable;

/**
 * One JSON value of the I-JSON profile (RFC 7493) that the hub accepts: numbers are integers within ±(2^53−1), strings
 * hold neither lone surrogates nor noncharacters, objects hold no name twice. Values are immutable.
 */
public sealed interface Json permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBool, JsonNull {

    /** Nesting of objects and arrays that {@link #parse(byte[])} allows. */
    int DEFAULT_MAX_DEPTH = 64;

    /** The largest nesting that {@link #parse(byte[], int)} can be asked for. */
    int LARGEST_MAX_DEPTH = 512;

    /** Reads one RFC 8259 text of at most {@link #DEFAULT_MAX_DEPTH} nested containers. */
    static Json parse(byte[] utf8) throws JsonFault {
        return JsonParser.parse(utf8, DEFAULT_MAX_DEPTH);
    }

    /**
     * Reads one RFC 8259 text.
     *
     * @param maxDepth containers that may lie inside each other, 0 (scalars only) to {@link #LARGEST_MAX_DEPTH}
     * @throws JsonFault when the bytes are not exactly one value of the profile
     */
    static Json parse(byte[] utf8, int maxDepth) throws JsonFault {
        return JsonParser.parse(utf8, maxDepth);
    }

    /**
     * Turns maps with string keys, collections, character sequences, whole numbers, booleans, null and {@code Json}
     * itself into a value.
     *
     * @throws IllegalArgumentException for anything else, and for what the profile cannot hold
     */
    static Json fromJava(@Nullable Object value) {
        return JavaValues.toJson(value);
    }

    /** The value as Map, List, String, Long, Boolean or null; maps keep the members' order. */
    @Nullable
    Object toJava();
}
