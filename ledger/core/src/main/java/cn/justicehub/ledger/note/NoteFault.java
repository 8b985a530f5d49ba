package cn.justicehub.ledger.note;

/** Bytes that are no note, no checkpoint or no key, or a note that no known key has signed. */
public final class NoteFault extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong. */
    public NoteFault(String message) {
        super(message);
    }
}
