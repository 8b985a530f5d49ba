package cn.justicehub.ledger.receipt;

/** Bytes that are no receipt. */
public final class ReceiptFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean receiptLike;

    ReceiptFault(String message, boolean receiptLike) {
        super(message);
        this.receiptLike = receiptLike;
    }

    /** Whether the bytes are JSON with a leaf, an opening and a proof, so that a receipt was altered, not mistaken. */
    public boolean receiptLike() {
        return receiptLike;
    }
}
