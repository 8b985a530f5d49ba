package cn.justicehub.ledger.json;

/** An integer that every JSON reader keeps exactly (RFC 7493 §2.2); money and decimals travel as strings. */
public record JsonNumber(long value) implements Json {

    /** The largest absolute value, 2^53 − 1. */
    public static final long LARGEST = (1L << 53) - 1;

    /** Refuses numbers beyond ±{@link #LARGEST}. */
    public JsonNumber {
        if (value > LARGEST || value < -LARGEST) {
            throw new IllegalArgumentException("number beyond 2^53-1");
        }
    }

    @Override
    public Long toJava() {
        return value;
    }
}
