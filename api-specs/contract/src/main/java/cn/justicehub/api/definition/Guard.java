package cn.justicehub.api.definition;

/**
 * A condition on a message, type-checked when its definition was loaded.
 *
 * @param expression CEL source, for discovery and error messages
 * @param code the error code when it does not hold
 * @param messageZh what a clerk reads then
 * @param message the same in English
 * @param warning whether the act is accepted all the same, with the code among its warnings
 * @param program the compiled condition
 */
public record Guard(
        String expression, String code, String messageZh, String message, boolean warning, Program program) {

    /** A compiled CEL condition; pure and safe for use by many threads. */
    public interface Program {

        /**
         * Whether the condition holds.
         *
         * @throws GuardFault when it cannot be evaluated; the act is then refused
         */
        boolean holds(GuardInput input) throws GuardFault;
    }
}
