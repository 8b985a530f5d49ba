package cn.justicehub.ledger.log;

import org.jspecify.annotations.Nullable;

/** Ends the walk at the first difference. */
final class LogFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Difference difference;

    LogFault(String path, @Nullable Long index, String problem) {
        super(path + ": " + problem);
        this.difference = new Difference(path, index, problem);
    }

    Difference difference() {
        return difference;
    }
}
