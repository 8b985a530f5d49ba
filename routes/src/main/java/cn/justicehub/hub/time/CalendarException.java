package cn.justicehub.hub.time;

import java.util.List;

/** Calendar files that contradict themselves or cannot be read; carries every fault of every file. */
public final class CalendarException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    CalendarException(List<String> faults) {
        super("calendar refused: " + String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /** One sentence a fault, beginning with the file where there is one; never empty. */
    public List<String> faults() {
        return faults;
    }
}
