package cn.justicehub.api.loading;

import cn.justicehub.api.definition.ClockRule.Due;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Chinese labels of a type: {@code type}, {@code state.RECEIVED}, {@code act.submit}, and so on. */
final class Labels {

    static final String FILE = "labels.yaml";
    private static final List<String> KINDS = List.of("state", "act", "party", "flag", "clock");

    private final Map<String, String> byName = new LinkedHashMap<>();

    /** Reads them; a label that is missing, or of nothing, is a fault. */
    static Labels read(StrictTrees trees, TypeDraft draft, Lifecycle lifecycle, Faults faults) {
        Labels labels = new Labels();
        trees.required(FILE).ifPresent(tree -> {
            Section root = new Section(faults, FILE, "", tree);
            root.allowOnly(List.of("type", "state", "act", "party", "flag", "clock"), List.of());
            root.required("type").ifPresent(label -> labels.byName.put("type", label));
            KINDS.forEach(kind -> labels.readKind(root, kind, names(kind, draft, lifecycle)));
        });
        return labels;
    }

    Map<String, String> all() {
        return byName;
    }

    String of(String name) {
        return byName.getOrDefault(name, name);
    }

    private void readKind(Section root, String kind, Set<String> names) {
        Section section = root.object(kind);
        if (section == null) {
            names.forEach(name -> root.fault(kind, "no label for the " + kind + " '" + name + "'"));
            return;
        }
        for (String name : names) {
            if (!section.has(name)) {
                section.fault("", "no label for the " + kind + " '" + name + "'");
            }
            section.text(name).ifPresent(label -> byName.put(kind + "." + name, label));
        }
        section.node().propertyNames().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> section.fault(name, "there is no " + kind + " '" + name + "'"));
    }

    private static Set<String> names(String kind, TypeDraft draft, Lifecycle lifecycle) {
        return switch (kind) {
            case "state" -> lifecycle.states();
            case "act" -> draft.acts().keySet();
            case "party" -> draft.parties().keySet();
            case "clock" -> draft.clocks().keySet();
            default -> flags(draft);
        };
    }

    private static Set<String> flags(TypeDraft draft) {
        Set<String> flags = new LinkedHashSet<>();
        draft.acts().values().stream()
                .map(TypeDraft.ActDraft::flag)
                .filter(Objects::nonNull)
                .forEach(flags::add);
        draft.acts().values().stream()
                .map(TypeDraft.ActDraft::flagByCode)
                .filter(Objects::nonNull)
                .forEach(byCode -> flags.addAll(byCode.flags().values()));
        draft.clocks().values().forEach(clock -> {
            if (clock.due() instanceof Due.Flag flag) {
                flags.add(flag.name());
            }
        });
        return flags;
    }
}
