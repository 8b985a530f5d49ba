package cn.justicehub.hub.start;

import java.util.List;

/** The hub does not start, for these reasons: all of them, each a sentence for the operator without any secret. */
public final class CannotStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    public CannotStartException(List<String> reasons) {
        super(String.join("; ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    public CannotStartException(String reason) {
        this(List.of(reason));
    }

    public CannotStartException(String reason, Throwable cause) {
        this(List.of(reason));
        initCause(cause);
    }

    public List<String> reasons() {
        return reasons;
    }
}
