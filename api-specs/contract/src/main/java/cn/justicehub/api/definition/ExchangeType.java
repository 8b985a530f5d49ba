package cn.justicehub.api.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One exchange type in one version, checked whole when it was loaded.
 *
 * @param name kebab-case name, the path segment of the API
 * @param version version under which an exchange is opened and stays
 * @param titleZh what staff call it
 * @param digest lower-case hex SHA-256 of the folder's canonical content; the content address in the database
 * @param identity what makes two exchanges the same matter
 * @param parties by name; never contains {@code hub}, which is nobody's party
 * @param keys pointers into the opening payload by which exchanges are searched
 * @param sensitive pointers of fields that lists never show
 * @param initialState state after the opening act
 * @param endedStates states in which the exchange is over; {@code from: open} excludes them
 * @param acts by name, in the order of the definition
 * @param clocks by name
 * @param labelsZh Chinese labels of states, acts, parties, flags, clocks, keyed {@code state.RECEIVED}, {@code act.submit} …
 */
public record ExchangeType(
        String name,
        int version,
        String titleZh,
        String digest,
        Identity identity,
        Map<String, Party> parties,
        List<String> keys,
        List<String> sensitive,
        String initialState,
        Set<String> endedStates,
        Map<String, Act> acts,
        Map<String, ClockRule> clocks,
        Map<String, String> labelsZh) {

    public ExchangeType {
        parties = ordered(parties);
        keys = List.copyOf(keys);
        sensitive = List.copyOf(sensitive);
        endedStates = Set.copyOf(endedStates);
        acts = ordered(acts);
        clocks = ordered(clocks);
        labelsZh = ordered(labelsZh);
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** The act of this name, or null when the type has none. */
    public @Nullable Act act(String actName) {
        return acts.get(actName);
    }

    /** The one act that opens an exchange of this type. */
    public Act opening() {
        return acts.values().stream()
                .filter(act -> act.from() instanceof From.Opening)
                .findFirst()
                .orElseThrow();
    }

    public String labelZh(String kind, String name) {
        return labelsZh.getOrDefault(kind + "." + name, name);
    }
}
