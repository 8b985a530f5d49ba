package cn.justicehub.ledger.record;

/** Bytes or values that are no leaf, no opening or no disclosure. The message holds no field's value. */
public final class RecordFault extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong. */
    public RecordFault(String message) {
        super(message);
    }
}
