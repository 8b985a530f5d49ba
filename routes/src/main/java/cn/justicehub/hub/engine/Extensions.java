package cn.justicehub.hub.engine;

import cn.justicehub.api.definition.Act;
import cn.justicehub.api.definition.ClockRule;
import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.violation.Violation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Acts that let running clocks run longer, until a day that all agreed on. */
public final class Extensions {

    private Extensions() {}

    /** The day until which an act lets a clock run, or null when it does not extend it. */
    static @Nullable LocalDate until(ExchangeType type, ActRequest request, ClockRule rule) {
        Act act = type.act(request.act());
        Act.Extension extension = act == null ? null : act.extension();
        return extension != null && extension.clocks().contains(rule.name()) ? until(extension, request) : null;
    }

    private static @Nullable LocalDate until(Act.Extension extension, ActRequest request) {
        try {
            return Pointers.get(request.payload(), extension.until()) instanceof String text
                    ? LocalDate.parse(text)
                    : null;
        } catch (DateTimeException notADate) {
            return null; // told by the schema
        }
    }

    /**
     * What is wrong with an extension: no clock to extend runs, or one would run no longer than it does.
     *
     * @param clocks the exchange's clocks before the act
     */
    public static List<Violation> faults(ExchangeType type, ActRequest request, List<ClockState> clocks) {
        Act act = type.act(request.act());
        Act.Extension extension = act == null ? null : act.extension();
        LocalDate until = extension == null ? null : until(extension, request);
        if (extension == null || until == null) {
            return List.of();
        }
        List<ClockState> running = clocks.stream()
                .filter(clock -> clock.running() && extension.clocks().contains(clock.name()))
                .toList();
        List<Violation> faults = new ArrayList<>();
        if (running.isEmpty()) {
            faults.add(Refusals.nothingToExtend());
        }
        for (ClockState clock : running) {
            LocalDate due = clock.dueDate();
            if (due != null && !until.isAfter(due)) {
                faults.add(Refusals.noLonger("/payload" + extension.until(), due));
            }
        }
        return faults;
    }
}
