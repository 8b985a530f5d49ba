package cn.justicehub.connectors.push;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an HTTP status says about a delivery (PATH §3). */
final class StatusRules {

    /** The message itself is at fault: malformed, in conflict, gone, too large, of the wrong type, or not processable. */
    private static final Set<Integer> MESSAGE = Set.of(400, 409, 410, 413, 415, 422);

    private static final Duration LONGEST = Duration.ofDays(1);

    private StatusRules() {}

    /** @param retryAfter the header's value (RFC 9110 §10.2.3), or null */
    static PushOutcome outcome(int status, @Nullable String retryAfter, Instant now) {
        if (status >= 200 && status < 300) {
            return new PushOutcome.Delivered(status);
        }
        String reason = "HTTP_" + status;
        return MESSAGE.contains(status)
                ? new PushOutcome.MessageFault(reason)
                : new PushOutcome.AgencyFault(reason, pause(retryAfter, now));
    }

    private static @Nullable Duration pause(@Nullable String retryAfter, Instant now) {
        if (retryAfter == null) {
            return null;
        }
        try {
            Duration pause = retryAfter.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(retryAfter))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return pause.isNegative() ? null : pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
        } catch (DateTimeException malformed) {
            return null;
        }
    }
}
