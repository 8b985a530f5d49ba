package cn.justicehub.hub.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The pauses of one clock, in order of time; those that overlap or touch are made one.
 *
 * @param intervals any pauses in any order
 */
public record Pauses(List<Pause> intervals) {

    public static final Pauses NONE = new Pauses(List.of());

    public Pauses {
        intervals = merged(intervals);
    }

    private static List<Pause> merged(List<Pause> intervals) {
        List<Pause> merged = new ArrayList<>();
        intervals.stream().sorted(Comparator.comparing(Pause::from)).forEach(next -> {
            int last = merged.size() - 1;
            if (last >= 0 && merged.get(last).reaches(next)) {
                merged.set(last, merged.get(last).with(next));
            } else {
                merged.add(next);
            }
        });
        return List.copyOf(merged);
    }
}
