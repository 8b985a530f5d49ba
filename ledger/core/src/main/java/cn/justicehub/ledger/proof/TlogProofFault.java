package cn.justicehub.ledger.proof;

/** Text that is no tlog-proof. */
public final class TlogProofFault extends Exception {
    private static final long serialVersionUID = 1L;

    TlogProofFault(String message) {
        super(message);
    }
}
