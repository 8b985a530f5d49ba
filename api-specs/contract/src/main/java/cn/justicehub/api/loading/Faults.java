package cn.justicehub.api.loading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the faults of one folder; the same fault found twice counts once. */
final class Faults {

    private final Set<Fault> found = new LinkedHashSet<>();

    void add(String file, String pointer, String message) {
        found.add(new Fault(file, pointer, message));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    DefinitionFaults toException() {
        return new DefinitionFaults(List.copyOf(found));
    }
}
