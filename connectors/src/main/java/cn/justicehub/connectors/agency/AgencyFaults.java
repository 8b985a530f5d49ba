package cn.justicehub.connectors.agency;

import java.util.List;
import java.util.stream.Collectors;

/** Agency folders that cannot be used: everything that is wrong with them, at once. */
public final class AgencyFaults extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * One thing that is wrong.
     *
     * @param file path below the agencies' directory, such as {@code court-220106/agency.yaml}
     * @param pointer where in the file (RFC 6901), empty for the file as a whole
     * @param message what is wrong and what is expected, in English
     */
    public record Fault(String file, String pointer, String message) {

        @Override
        public String toString() {
            return pointer.isEmpty() ? file + ": " + message : file + "#" + pointer + ": " + message;
        }
    }

    private final transient List<Fault> faults;

    public AgencyFaults(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
