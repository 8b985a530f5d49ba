package cn.justicehub.hub.time;

import java.time.LocalDate;
import java.util.List;

/**
 * What the State Council's notice (国务院办公厅关于部分节假日安排的通知) says of one year. Days that contradict each
 * other or the year are refused with a {@link CalendarException}.
 *
 * @param year the year of every day named here
 * @param notice title of the notice
 * @param source where the notice is published
 * @param off holidays, weekends inside them included
 * @param work Saturdays and Sundays that are working days (调休)
 */
public record CalendarYear(int year, String notice, String source, List<OffDays> off, List<LocalDate> work) {

    public CalendarYear {
        off = List.copyOf(off);
        work = List.copyOf(work);
        List<String> faults = Contradictions.of(year, off, work);
        if (!faults.isEmpty()) {
            throw new CalendarException(faults);
        }
    }

    /**
     * A holiday.
     *
     * @param name its Chinese name
     * @param from first day off
     * @param to last day off, included
     */
    public record OffDays(String name, LocalDate from, LocalDate to) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        boolean overlaps(OffDays other) {
            return !from.isAfter(other.to) && !other.from.isAfter(to);
        }

        @Override
        public String toString() {
            return name + " " + from + "/" + to;
        }
    }
}
