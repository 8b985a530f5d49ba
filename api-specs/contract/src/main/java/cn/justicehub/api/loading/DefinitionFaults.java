package cn.justicehub.api.loading;

import java.util.List;
import java.util.stream.Collectors;

/** A definition cannot be used; carries everything that is wrong with it, not only the first thing. */
public final class DefinitionFaults extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    DefinitionFaults(List<Fault> faults) {
        super(faults.stream()
                .map(Fault::toString)
                .collect(Collectors.joining("\n  ", faults.size() + " fault(s):\n  ", "")));
        this.faults = List.copyOf(faults);
    }

    /** All faults, in the order in which the files were checked; never empty. */
    public List<Fault> faults() {
        return faults;
    }
}
