package cn.justicehub.hub.problem;

import java.sql.SQLException;

/**
 * An error without its words, for the log: its class, where it happened and what caused it. A library's message may
 * quote the request.
 */
public final class Redacted extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 8;

    private Redacted(Throwable original, int depth) {
        super(describe(original));
        setStackTrace(original.getStackTrace());
        Throwable cause = original.getCause();
        if (cause != null && cause != original && depth < DEEPEST) {
            initCause(new Redacted(cause, depth + 1));
        }
    }

    public static Redacted of(Throwable original) {
        return new Redacted(original, 0);
    }

    private static String describe(Throwable original) {
        String name = original.getClass().getName();
        return original instanceof SQLException sql ? name + " SQLState " + sql.getSQLState() : name;
    }
}
