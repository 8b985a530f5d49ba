package cn.justicehub.ledger.merkle;

/** A proof that does not prove what it claims. */
public final class ProofFault extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong. */
    public ProofFault(String message) {
        super(message);
    }
}
