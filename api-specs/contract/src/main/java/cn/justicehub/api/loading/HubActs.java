package cn.justicehub.api.loading;

import cn.justicehub.api.definition.Act;
import cn.justicehub.api.definition.ClockRule;
import cn.justicehub.api.definition.ClockRule.Due;
import cn.justicehub.api.definition.ExchangeType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Whether the schemas of acts that the hub does when a clock lapses allow what it then says. */
final class HubActs {

    private static final Map<String, String> LONGEST = Map.of(
            "clock", "a-clock",
            "owes", "agency-01",
            "article", "第一条",
            "mark", "A",
            "startedAt", "2026-01-05T01:00:00Z",
            "dueAt", "2026-01-09T16:00:00Z",
            "receivedAt", "2026-01-05T02:00:00Z",
            "dueDate", "2026-01-09",
            "recordedAt", "2026-01-10T01:00:00Z",
            "lateBy", "PT9H");
    private static final Set<String> NOT_ALWAYS = Set.of("receivedAt", "dueDate", "recordedAt", "lateBy");

    private HubActs() {}

    static void check(ExchangeType type, Faults faults) {
        for (ClockRule clock : type.clocks().values()) {
            Act act = clock.due() instanceof Due.HubAct due ? type.act(due.act()) : null;
            if (act != null) {
                check(act, faults);
            }
        }
    }

    private static void check(Act act, Faults faults) {
        Map<String, String> shortest = new TreeMap<>(LONGEST);
        shortest.keySet().removeAll(NOT_ALWAYS);
        for (Map<String, String> facts : List.of(LONGEST, shortest)) {
            String refused = act.payload().check(JsonMapper.shared().valueToTree(facts)).violations().stream()
                    .map(violation -> violation.field() + " " + violation.message())
                    .collect(Collectors.joining("; "));
            if (!refused.isEmpty()) {
                faults.add("schemas/" + act.name() + ".json", "", "refuses what the hub says of a lapse: " + refused);
                return;
            }
        }
    }
}
