package cn.justicehub.connectors.agency;

import java.util.ArrayList;
import java.util.List;

/** Collects the faults of one file. */
final class FaultLog {

    private final String file;
    private final List<AgencyFaults.Fault> into;

    FaultLog(String file, List<AgencyFaults.Fault> into) {
        this.file = file;
        this.into = into;
    }

    static FaultLog of(String file) {
        return new FaultLog(file, new ArrayList<>());
    }

    FaultLog at(String otherFile) {
        return new FaultLog(otherFile, into);
    }

    void add(String pointer, String message) {
        into.add(new AgencyFaults.Fault(file, pointer, message));
    }

    List<AgencyFaults.Fault> all() {
        return List.copyOf(into);
    }
}
