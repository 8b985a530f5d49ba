package cn.justicehub.api.loading;

import cn.justicehub.api.definition.ClockRule.Count;
import cn.justicehub.api.definition.ClockRule.Step;
import cn.justicehub.api.definition.ClockRule.Step.Base;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one step of a clock's ladder. */
final class LadderReader {

    private static final List<String> KNOWN = List.of("at", "tell", "person");
    private static final Pattern AT = Pattern.compile("(?<base>alarm|due)(?: ?(?<sign>[+-]) ?(?<offset>\\S+))?");

    private LadderReader() {}

    /** The step, or empty when it has faults. */
    static Optional<Step> step(Section section) {
        section.allowOnly(KNOWN, List.of());
        String tell = section.named("tell", Names.KEBAB);
        String person = section.required("person").orElse("");
        Matcher at = AT.matcher(section.required("at").orElse(""));
        if (!at.matches()) {
            section.fault(
                    "at", "'at' must be 'alarm' or 'due', and may have an offset such as 'alarm - 24H' or 'due + 1W'");
            return Optional.empty();
        }
        String offset = at.group("offset");
        Optional<Count> count = offset == null ? Optional.empty() : ClockReader.count(offset);
        if (offset != null && count.isEmpty()) {
            section.fault("at", "'" + offset + "' must be a number and one of H, D, W, M, Y");
            return Optional.empty();
        }
        return Optional.of(
                new Step(base(at.group("base")), earlier(at.group("sign")), count.orElse(null), tell, person));
    }

    private static Base base(String text) {
        return text.equals("due") ? Base.DUE : Base.ALARM;
    }

    private static boolean earlier(@Nullable String sign) {
        return "-".equals(sign);
    }
}
