package cn.justicehub.api.violation;

import org.jspecify.annotations.Nullable;

/**
 * One reason why a message is refused. A problem document carries all of them at once (一次性告知).
 *
 * @param code one of the hub's error codes, such as {@code E-SCHEMA} or {@code E-STATE}
 * @param field JSON pointer (RFC 6901) into the request body, empty for the message as a whole
 * @param messageZh what a clerk reads; never carries a value taken from the message
 * @param message the same in English, for developers; never carries a value taken from the message
 * @param retryable whether the same bytes may succeed later
 * @param redirectOrg code of the agency that is competent instead, or null
 */
public record Violation(
        String code,
        String field,
        String messageZh,
        String message,
        boolean retryable,
        @Nullable String redirectOrg) {

    public static Violation of(String code, String field, String messageZh, String message) {
        return new Violation(code, field, messageZh, message, false, null);
    }
}
