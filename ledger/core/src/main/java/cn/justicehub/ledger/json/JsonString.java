package cn.justicehub.ledger.json;

/** A string without lone surrogates and without Unicode noncharacters (RFC 7493 §2.1). */
public record JsonString(String value) implements Json {

    /** Refuses text that I-JSON cannot carry. */
    public JsonString {
        JsonText.require(value);
    }

    @Override
    public String toJava() {
        return value;
    }
}
