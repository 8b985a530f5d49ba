package cn.justicehub.ledger.json;

/** true or false. */
public enum JsonBool implements Json {
    FALSE,
    TRUE;

    /** The value for a Java boolean. */
    public static JsonBool of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** The Java boolean. */
    public boolean value() {
        return this == TRUE;
    }

    @Override
    public Boolean toJava() {
        return value();
    }
}
