package cn.justicehub.hub.time;

import cn.justicehub.hub.time.CalendarYear.OffDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Rest days (休息日, 节假日) and working days (工作日). A rest day is a Saturday, a Sunday or a holiday, unless it is a
 * make-up working day (调休). Of a year whose notice is not known only the weekends are rest days, and what is reckoned
 * with such a year is provisional. Immutable.
 */
public final class BusinessCalendar {

    private final Map<Integer, CalendarYear> years = new TreeMap<>();
    private final Map<Integer, BitSet> restDays = new HashMap<>();

    /** Of the given years; where a year is given twice the later one holds. */
    public BusinessCalendar(Collection<CalendarYear> years) {
        for (CalendarYear year : years) {
            this.years.put(year.year(), year);
            restDays.put(year.year(), daysOfYear(year));
        }
    }

    private static BitSet daysOfYear(CalendarYear year) {
        BitSet rest = new BitSet();
        LocalDate first = LocalDate.ofYearDay(year.year(), 1);
        first.datesUntil(first.plusYears(1))
                .filter(BusinessCalendar::isWeekend)
                .forEach(day -> rest.set(day.getDayOfYear()));
        for (OffDays days : year.off()) {
            rest.set(days.from().getDayOfYear(), days.to().getDayOfYear() + 1);
        }
        year.work().forEach(day -> rest.clear(day.getDayOfYear()));
        return rest;
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** The years that are known, in order, with the notices they rest on. */
    public List<CalendarYear> years() {
        return List.copyOf(years.values());
    }

    public boolean isRestDay(LocalDate day) {
        BitSet known = restDays.get(day.getYear());
        return known == null ? isWeekend(day) : known.get(day.getDayOfYear());
    }

    public boolean isWorkingDay(LocalDate day) {
        return !isRestDay(day);
    }

    /** Whether the year's notice is not known, so that only its weekends count as rest days. */
    public boolean isProvisional(int year) {
        return !years.containsKey(year);
    }

    /** Whether the notice of any year from the first day to the last, both included, is not known. */
    boolean isProvisional(LocalDate first, LocalDate last) {
        return IntStream.rangeClosed(first.getYear(), last.getYear()).anyMatch(this::isProvisional);
    }

    /** The day itself, or the first working day after it (刑诉法105, 民诉法85). */
    public LocalDate roll(LocalDate day) {
        LocalDate rolled = day;
        while (isRestDay(rolled)) {
            rolled = rolled.plusDays(1);
        }
        return rolled;
    }

    /**
     * The n-th working day after the day, which is not counted itself.
     *
     * @param n not negative; 0 gives the day itself, even a rest day
     */
    public LocalDate plusWorkingDays(LocalDate day, int n) {
        return step(day, n, 1);
    }

    /**
     * The n-th working day before the day, which is not counted itself.
     *
     * @param n not negative; 0 gives the day itself, even a rest day
     */
    public LocalDate minusWorkingDays(LocalDate day, int n) {
        return step(day, n, -1);
    }

    private LocalDate step(LocalDate day, int n, int direction) {
        if (n < 0) {
            throw new IllegalArgumentException("negative number of working days: " + n);
        }
        LocalDate at = day;
        int left = n;
        while (left > 0) {
            at = at.plusDays(direction);
            left -= isWorkingDay(at) ? 1 : 0;
        }
        return at;
    }

    /** How many working days there are after the first day, up to and including the last; 0 if it is not later. */
    public int workingDaysBetween(LocalDate first, LocalDate last) {
        if (!last.isAfter(first)) {
            return 0;
        }
        return Math.toIntExact(first.plusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(this::isWorkingDay)
                .count());
    }
}
