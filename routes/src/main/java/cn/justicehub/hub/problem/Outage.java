package cn.justicehub.hub.problem;

import java.time.Duration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** The database cannot be reached, or not in time: nobody's mistake, and over one day. */
final class Outage {

    private static final Duration RETRY = Duration.ofSeconds(2);

    private Outage() {}

    /** Whether a failure, or what caused it, is such. */
    static boolean is(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof CannotCreateTransactionException) {
                return true;
            }
        }
        return false;
    }

    /** 503 with the time after which to come back. */
    static Problem problem() {
        return Problems.of(Refusal.unavailable("服务暂不可用，请稍后重试", "not available for now", RETRY));
    }
}
