package cn.justicehub.api.loading;

import cn.justicehub.api.definition.Act;
import cn.justicehub.api.definition.Identity;
import cn.justicehub.api.definition.Party;
import cn.justicehub.api.loading.TypeDraft.ActDraft;
import cn.justicehub.api.loading.TypeDraft.ClockDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads {@code type.yaml}: its forms only, not how its parts fit. */
final class TypeReader {

    private static final List<String> KNOWN =
            List.of("type", "version", "identity", "parties", "keys", "sensitive", "ended", "acts", "clocks");
    private static final List<String> NOT_YET = List.of("links", "retention", "children", "rules");

    private TypeReader() {}

    static TypeDraft read(JsonNode tree, Faults faults) {
        Section root = new Section(faults, TypeDraft.FILE, "", tree);
        root.allowOnly(KNOWN, NOT_YET);
        return new TypeDraft(
                root.named("type", Names.KEBAB),
                version(root),
                identity(root),
                parties(root),
                pointers(root, "keys"),
                pointers(root, "sensitive"),
                root.texts("ended"),
                acts(root),
                clocks(root));
    }

    private static int version(Section root) {
        JsonNode version = root.node().path("version");
        if (!version.isIntegralNumber() || version.intValue() < 1) {
            root.fault("version", "'version' must be a whole number from 1");
            return 1;
        }
        return version.intValue();
    }

    private static Identity identity(Section root) {
        Section identity = root.object("identity");
        if (identity == null) {
            root.fault("identity", "'identity' is missing");
            return new Identity(List.of(), Identity.Again.REFUSE, Identity.Again.REFUSE, Map.of());
        }
        identity.allowOnly(List.of("of", "again"), List.of());
        Set<String> of = pointers(identity, "of");
        if (of.isEmpty()) {
            identity.fault("of", "'of' names no pointer");
        }
        Section again = identity.object("again");
        if (again == null) {
            identity.fault("again", "'again' is missing");
        } else {
            again.allowOnly(List.of("same", "changed", "amendTo"), List.of());
        }
        return new Identity(
                List.copyOf(of),
                again(again, "same", Identity.Again.JOIN),
                again(again, "changed", Identity.Again.AMEND),
                again == null ? Map.of() : amendTo(again));
    }

    private static Map<String, Set<String>> amendTo(Section again) {
        Map<String, Set<String>> states = new LinkedHashMap<>();
        Section parties = again.object("amendTo");
        if (parties != null) {
            parties.node().propertyNames().forEach(party -> states.put(party, parties.texts(party)));
        }
        return states;
    }

    private static Identity.Again again(@Nullable Section again, String name, Identity.Again other) {
        String refuse = word(Identity.Again.REFUSE);
        String value = again == null ? refuse : again.required(name).orElse(refuse);
        if (value.equals(word(other))) {
            return other;
        }
        if (again != null && !value.equals(refuse)) {
            again.fault(name, "'" + value + "' is none of " + word(other) + ", " + refuse);
        }
        return Identity.Again.REFUSE;
    }

    private static String word(Identity.Again again) {
        return again.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Party> parties(Section root) {
        Map<String, Party> parties = new LinkedHashMap<>();
        Section section = root.object("parties");
        if (section == null || section.node().isEmpty()) {
            root.fault("parties", "'parties' names nobody");
            return parties;
        }
        for (String name : section.node().propertyNames()) {
            if (name.equals(Act.HUB) || !Names.KEBAB.matcher(name).matches()) {
                section.fault(name, "'" + name + "' cannot be the name of a party");
            }
            parties.put(name, PartyReader.read(section, name));
        }
        return parties;
    }

    private static Set<String> pointers(Section section, String name) {
        Set<String> pointers = section.texts(name);
        for (String pointer : pointers) {
            if (!Names.POINTER.matcher(pointer).matches()) {
                section.fault(name, "'" + pointer + "' is no pointer to a member");
            }
        }
        return pointers;
    }

    private static Map<String, ActDraft> acts(Section root) {
        Map<String, ActDraft> acts = new LinkedHashMap<>();
        root.objects("acts").forEach((name, section) -> acts.put(name, ActReader.read(name, section)));
        if (acts.isEmpty()) {
            root.fault("acts", "'acts' names nothing that can be done");
        }
        return acts;
    }

    private static Map<String, ClockDraft> clocks(Section root) {
        Map<String, ClockDraft> clocks = new LinkedHashMap<>();
        root.objects("clocks").forEach((name, section) -> {
            ClockDraft clock = ClockReader.read(name, section);
            if (clock != null) {
                clocks.put(name, clock);
            }
        });
        return clocks;
    }
}
