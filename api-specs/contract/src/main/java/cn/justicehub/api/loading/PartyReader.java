package cn.justicehub.api.loading;

import cn.justicehub.api.definition.Party;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Reads a party: {@code {opener: [roles]}}, {@code role}, {@code {role: roles}}, or {@code {role: roles, bound: act /pointer}}.
 */
final class PartyReader {

    /** An act and a pointer into its payload, as in {@code offer /lawyer/firmUscc}. */
    static final Pattern ACT_AND_POINTER = Pattern.compile("(?<act>\\S+) (?<pointer>/\\S+)");

    private PartyReader() {}

    static Party read(Section parties, String name) {
        JsonNode value = parties.node().path(name);
        if (value.isString()) {
            return new Party.ByRole(name, Set.of(value.stringValue()));
        }
        Section section = parties.object(name);
        if (section == null) {
            return new Party.ByRole(name, Set.of());
        }
        section.allowOnly(List.of("opener", "role", "bound"), List.of());
        Party party = section.has("opener") ? opener(section, name) : other(section, name);
        if (party.roles().isEmpty()) {
            parties.fault(name, "'" + name + "' names no agency role");
        }
        return party;
    }

    private static Party opener(Section section, String name) {
        if (section.has("role") || section.has("bound")) {
            section.fault("", "an opener has neither 'role' nor 'bound'");
        }
        return new Party.Opener(name, Set.copyOf(section.texts("opener")));
    }

    private static Party other(Section section, String name) {
        Set<String> roles = Set.copyOf(section.texts("role"));
        String bound = section.text("bound").orElse("");
        if (bound.isEmpty()) {
            return new Party.ByRole(name, roles);
        }
        Matcher matcher = ACT_AND_POINTER.matcher(bound);
        if (!matcher.matches()) {
            section.fault("bound", "'bound' must be an act and a pointer");
            return new Party.ByRole(name, roles);
        }
        return new Party.Bound(name, roles, matcher.group("act"), matcher.group("pointer"));
    }
}
