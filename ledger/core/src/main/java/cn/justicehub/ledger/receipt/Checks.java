package cn.justicehub.ledger.receipt;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects checks in order. */
final class Checks {
    private final List<Check> checks = new ArrayList<>();

    void pass(String name, @Nullable String note) {
        checks.add(new Check(name, true, null, null, note));
    }

    void fail(String name, @Nullable String note) {
        checks.add(new Check(name, false, null, null, note));
    }

    /** Passes when both are the same; a null is never the same as anything. */
    void same(String name, @Nullable String expected, @Nullable String actual) {
        same(name, expected, actual, null);
    }

    void same(String name, @Nullable String expected, @Nullable String actual, @Nullable String noteOnFailure) {
        boolean ok = expected != null && expected.equals(actual);
        checks.add(new Check(name, ok, expected, actual, ok ? null : noteOnFailure));
    }

    Verdict verdict() {
        boolean ok = checks.stream().allMatch(Check::ok);
        return new Verdict(ok ? Verdict.Status.OK : Verdict.Status.NOT_OK, checks);
    }

    Verdict unreadable() {
        return new Verdict(Verdict.Status.UNREADABLE, checks);
    }
}
