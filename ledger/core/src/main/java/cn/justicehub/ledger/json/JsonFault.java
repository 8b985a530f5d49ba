package cn.justicehub.ledger.json;

/** Bytes that are no JSON text of the profile. The message holds no part of the text, which may be personal. */
public final class JsonFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final int offset;

    JsonFault(Kind kind, int offset) {
        super(kind.meaning + " at byte " + offset);
        this.kind = kind;
        this.offset = offset;
    }

    /** What is wrong. */
    public Kind kind() {
        return kind;
    }

    /** Where, in bytes from the start, counted from 0. */
    public int offset() {
        return offset;
    }

    /** What can be wrong with a JSON text. */
    public enum Kind {
        /** Malformed, overlong or surrogate UTF-8, or a byte order mark (RFC 8259 §8.1). */
        NOT_UTF8("not UTF-8, or a byte order mark"),
        /** A name twice in one object (RFC 7493 §2.3). */
        DUPLICATE_KEY("name given twice in one object"),
        /** More containers inside each other than allowed. */
        TOO_DEEP("nested too deep"),
        /** More than 20,000 values in one text. */
        TOO_MANY("more than 20,000 values"),
        /** A fraction, an exponent or −0. */
        NOT_INTEGER("number that is not written as an integer"),
        /** An integer beyond ±(2^53−1). */
        NUMBER_RANGE("integer beyond 2^53-1"),
        /** An escape that is half of a surrogate pair. */
        LONE_SURROGATE("lone surrogate"),
        /** A code point that Unicode keeps out of interchange. */
        NONCHARACTER("Unicode noncharacter"),
        /** Anything else that RFC 8259 does not allow, trailing bytes among it. */
        SYNTAX("not JSON");

        private final String meaning;

        Kind(String meaning) {
            this.meaning = meaning;
        }
    }
}
