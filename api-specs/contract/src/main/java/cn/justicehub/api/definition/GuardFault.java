package cn.justicehub.api.definition;

/** A guard could not be evaluated. Carries no value of the message. */
public final class GuardFault extends Exception {

    private static final long serialVersionUID = 1L;

    public GuardFault(String message, Throwable cause) {
        super(message, cause);
    }
}
