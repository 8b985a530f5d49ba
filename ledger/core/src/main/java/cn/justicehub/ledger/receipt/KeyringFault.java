package cn.justicehub.ledger.receipt;

/** Bytes that are no keyring. */
public final class KeyringFault extends Exception {
    private static final long serialVersionUID = 1L;

    KeyringFault(int line, String message) {
        super("keyring line " + line + ": " + message);
    }
}
