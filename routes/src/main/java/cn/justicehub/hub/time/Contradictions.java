package cn.justicehub.hub.time;

import cn.justicehub.hub.time.CalendarYear.OffDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Everything in which the days of one calendar year contradict each other, in the order they are written. */
final class Contradictions {

    private final int year;
    private final List<String> faults = new ArrayList<>();

    private Contradictions(int year) {
        this.year = year;
    }

    static List<String> of(int year, List<OffDays> off, List<LocalDate> work) {
        Contradictions found = new Contradictions(year);
        found.inOff(off);
        found.inWork(work, off);
        return List.copyOf(found.faults);
    }

    private void inOff(List<OffDays> off) {
        for (int i = 0; i < off.size(); i++) {
            OffDays days = off.get(i);
            if (days.to().isBefore(days.from())) {
                faults.add("off " + days + " ends before it begins");
            }
            if (days.from().getYear() != year || days.to().getYear() != year) {
                faults.add("off " + days + " is outside " + year);
            }
            for (OffDays earlier : off.subList(0, i)) {
                if (days.overlaps(earlier)) {
                    faults.add("off " + days + " overlaps " + earlier);
                }
            }
        }
    }

    private void inWork(List<LocalDate> work, List<OffDays> off) {
        Set<LocalDate> seen = new HashSet<>();
        for (LocalDate day : work) {
            if (!seen.add(day)) {
                faults.add("work " + day + " is named twice");
            }
            if (day.getYear() != year) {
                faults.add("work " + day + " is outside " + year);
            }
            if (!BusinessCalendar.isWeekend(day)) {
                faults.add("work " + day + " is a working day anyway, not a Saturday or Sunday");
            }
            off.stream()
                    .filter(days -> days.covers(day))
                    .forEach(days -> faults.add("work " + day + " is also off: " + days));
        }
    }
}
