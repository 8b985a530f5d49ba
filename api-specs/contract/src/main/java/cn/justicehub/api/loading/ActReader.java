package cn.justicehub.api.loading;

import cn.justicehub.api.definition.Act;
import cn.justicehub.api.definition.From;
import cn.justicehub.api.definition.Into;
import cn.justicehub.api.loading.TypeDraft.ActDraft;
import cn.justicehub.api.loading.TypeDraft.GuardDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one act of {@code type.yaml}. An act without {@code from} opens the exchange. */
final class ActReader {

    private static final List<String> KNOWN = List.of(
            "exchange", "by", "to", "from", "into", "person", "notBy", "when", "flag", "quorum", "extends", "releases");
    private static final List<String> NOT_YET = List.of("rules", "opens");

    private ActReader() {}

    static ActDraft read(String name, Section section) {
        section.allowOnly(KNOWN, NOT_YET);
        if (!Names.KEBAB.matcher(name).matches()) {
            section.fault("", "'" + name + "' cannot be the name of an act");
        }
        return new ActDraft(
                section,
                name,
                section.named("exchange", Names.EXCHANGE_CODE),
                section.texts("by"),
                section.texts("to"),
                from(section),
                into(section),
                section.flag("person"),
                section.text("notBy").orElse(null),
                guards(section),
                flag(section),
                flagByCode(section),
                quorum(section),
                extension(section),
                section.texts("releases"));
    }

    private static From from(Section section) {
        if (!section.has("from")) {
            return new From.Opening();
        }
        Set<String> states = section.texts("from");
        if (states.equals(Set.of("open"))) {
            return new From.AnyOpen();
        }
        if (states.isEmpty()) {
            section.fault("from", "'from' names no state");
        }
        return new From.States(states);
    }

    private static Into into(Section section) {
        if (!section.has("into")) {
            return new Into.Stay();
        }
        if (!section.node().path("into").isObject()) {
            return new Into.State(section.named("into", Names.UPPER));
        }
        return byCode(section);
    }

    private static Into byCode(Section section) {
        Map<String, Section> pointers = section.objects("into");
        if (pointers.size() != 1) {
            section.fault("into", "'into' must be a state, or one pointer with a state for each code");
            return new Into.Stay();
        }
        Map.Entry<String, Section> only = pointers.entrySet().iterator().next();
        return new Into.ByCode(only.getKey(), codes(only.getValue()));
    }

    private static Map<String, String> codes(Section section) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> code : section.node().properties()) {
            codes.put(code.getKey(), code.getValue().asString(""));
        }
        return codes;
    }

    private static @Nullable String flag(Section section) {
        boolean one = section.has("flag") && !section.node().path("flag").isObject();
        return one ? section.named("flag", Names.UPPER) : null;
    }

    private static Act.@Nullable FlagByCode flagByCode(Section section) {
        if (!section.node().path("flag").isObject()) {
            return null;
        }
        Map<String, Section> pointers = section.objects("flag");
        if (pointers.size() != 1) {
            section.fault("flag", "'flag' must be a flag, or one pointer with a flag for each code");
            return null;
        }
        Map.Entry<String, Section> only = pointers.entrySet().iterator().next();
        Map<String, String> flags = codes(only.getValue());
        flags.values().stream()
                .filter(flag -> !Names.UPPER.matcher(flag).matches())
                .forEach(flag -> section.fault("flag", "'" + flag + "' must match " + Names.UPPER));
        return new Act.FlagByCode(only.getKey(), flags);
    }

    private static boolean quorum(Section section) {
        if (section.has("quorum") && !section.text("quorum").equals(Optional.of("all"))) {
            section.fault("quorum", "'quorum' can only be 'all'");
        }
        return section.has("quorum");
    }

    private static Act.@Nullable Extension extension(Section section) {
        Section member = section.object("extends");
        if (member == null) {
            return null;
        }
        member.allowOnly(List.of("clocks", "until"), List.of());
        Set<String> clocks = member.texts("clocks");
        if (clocks.isEmpty()) {
            member.fault("clocks", "'clocks' names no clock");
        }
        return new Act.Extension(clocks, member.named("until", Names.POINTER));
    }

    private static List<GuardDraft> guards(Section section) {
        return section.items("when").stream().map(ActReader::guard).toList();
    }

    private static GuardDraft guard(Section section) {
        section.allowOnly(List.of("holds", "code", "messageZh", "message", "warning"), List.of());
        return new GuardDraft(
                section,
                section.required("holds").orElse(""),
                section.named("code", Names.ERROR_CODE),
                section.required("messageZh").orElse(""),
                section.required("message").orElse(""),
                section.flag("warning"));
    }
}
