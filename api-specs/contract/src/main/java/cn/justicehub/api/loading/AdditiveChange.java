package cn.justicehub.api.loading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether one content of a type's folder only adds to another of the same version: whatever was accepted before is accepted
 * again and means the same, and nobody loses sight of anything. Labels, titles and examples may change freely.
 */
public final class AdditiveChange {

    private static final Set<String> FREE = Set.of("title", "description", "$schema", "$id");
    private static final Set<String> AT_MOST = Set.of("maxLength", "maximum", "maxItems");
    private static final Set<String> AT_LEAST = Set.of("minLength", "minimum", "minItems");
    private static final JsonNode NOTHING = JsonMapper.shared().createObjectNode();

    private final FolderContent before;
    private final FolderContent next;
    private final List<String> faults = new ArrayList<>();

    private AdditiveChange(FolderContent before, FolderContent next) {
        this.before = before;
        this.next = next;
    }

    /**
     * Every place where the new content does more than add.
     *
     * @param before content that loads
     * @param next content that loads
     * @return places as {@code type.yaml#/acts/submit/by: what is wrong}; empty when the change is additive
     */
    public static List<String> faults(FolderContent before, FolderContent next) {
        AdditiveChange change = new AdditiveChange(before, next);
        change.compareTypes();
        change.compareFiles();
        return List.copyOf(change.faults);
    }

    private static JsonNode tree(FolderContent folder, String path) {
        return new StrictTrees(folder, new Faults()).optional(path).orElse(NOTHING);
    }

    private void fault(String place, String what) {
        faults.add(place + ": " + what);
    }

    private void compareTypes() {
        JsonNode old = tree(before, TypeDraft.FILE);
        JsonNode now = tree(next, TypeDraft.FILE);
        String file = TypeDraft.FILE + "#";
        same(file + "/parties", old.path("parties"), now.path("parties"));
        same(file + "/identity/of", old.at("/identity/of"), now.at("/identity/of"));
        for (String again : List.of("same", "changed")) {
            if (!old.at("/identity/again/" + again).asString("").equals("refuse")) {
                same(
                        file + "/identity/again/" + again,
                        old.at("/identity/again/" + again),
                        now.at("/identity/again/" + again));
            }
        }
        members(
                file + "/identity/again/amendTo",
                old.at("/identity/again/amendTo"),
                now.at("/identity/again/amendTo"),
                this::keeps);
        keeps(file + "/keys", old.path("keys"), now.path("keys"));
        keeps(file + "/sensitive", old.path("sensitive"), now.path("sensitive"));
        keeps(file + "/ended", old.path("ended"), now.path("ended"));
        compareEnded(file, old, now);
        members(file + "/acts", old.path("acts"), now.path("acts"), this::compareAct);
        members(file + "/clocks", old.path("clocks"), now.path("clocks"), this::compareClock);
        compareOpeningClocks(file, old, now);
    }

    /** A state in which something could be done does not become an end. */
    private void compareEnded(String file, JsonNode old, JsonNode now) {
        Set<String> states = new TreeSet<>();
        tree(before, Labels.FILE).path("state").propertyNames().forEach(states::add);
        states.retainAll(texts(now.path("ended")));
        states.removeAll(texts(old.path("ended")));
        states.forEach(state -> fault(file + "/ended", "'" + state + "' was no end before"));
    }

    /**
     * A duty that starts with what could be done before would bind who did not know of it; not one that counts from a
     * member that no act could have before.
     */
    private void compareOpeningClocks(String file, JsonNode old, JsonNode now) {
        for (var clock : now.path("clocks").properties()) {
            String start = clock.getValue().path("start").asString("")
                    + clock.getValue().path("before").asString("");
            boolean onKnown = old.path("acts").propertyNames().stream()
                            .anyMatch(
                                    act -> (" " + start + " ").contains(" " + act + " ") || start.startsWith(act + " "))
                    || tree(before, Labels.FILE).path("state").propertyNames().stream()
                            .anyMatch(state -> start.equals("entered " + state));
            if (!old.path("clocks").has(clock.getKey()) && onKnown && !countsFromNewMember(start)) {
                fault(file + "/clocks/" + clock.getKey(), "a new clock on what could be done before");
            }
        }
    }

    /** @param start what starts a clock, {@code date ACT /pointer}, or counts it backwards, {@code ACT /pointer} */
    private boolean countsFromNewMember(String start) {
        String[] words = start.split(" ");
        String pointer = words[words.length - 1];
        if (words.length < 2 || !pointer.startsWith("/")) {
            return false;
        }
        JsonNode schema = tree(before, "schemas/" + words[words.length - 2] + ".json");
        for (String member : pointer.substring(1).split("/")) {
            if (!schema.path("properties").has(member)) {
                return schema.has("additionalProperties")
                        && !schema.path("additionalProperties").asBoolean(true);
            }
            schema = schema.path("properties").path(member);
        }
        return false;
    }

    private void compareAct(String place, JsonNode old, JsonNode now) {
        if (old.has("quorum")) {
            sameTexts(place + "/by", old.path("by"), now.path("by")); // one more would have to concur
        }
        keeps(place + "/by", old.path("by"), now.path("by"));
        sameTexts(place + "/to", old.path("to"), now.path("to"));
        if (old.has("from") || now.has("from")) {
            if (!texts(now.path("from")).equals(Set.of("open"))) {
                keeps(place + "/from", old.path("from"), now.path("from"));
            }
            if (old.has("from") != now.has("from")) {
                fault(place + "/from", "the opening act is another");
            }
        }
        for (String member : List.of("into", "flag", "exchange")) {
            same(place + "/" + member, old.path(member), now.path(member));
        }
        for (String member : List.of("person", "notBy", "quorum", "extends")) {
            same(place + "/" + member, old.path(member), now.path(member));
        }
        compareGuards(place + "/when", old.path("when"), now.path("when"));
        compareReleases(place, old, now);
    }

    /** Nobody is put out by what somebody else does; whoever does it itself may leave with it. */
    private void compareReleases(String place, JsonNode old, JsonNode now) {
        keeps(place + "/releases", old.path("releases"), now.path("releases"));
        Set<String> more = texts(now.path("releases"));
        more.removeAll(texts(old.path("releases")));
        more.removeIf(party -> texts(now.path("by")).equals(Set.of(party)));
        more.forEach(party -> fault(place + "/releases", "'" + party + "' loses sight of what follows"));
    }

    private void compareGuards(String place, JsonNode old, JsonNode now) {
        Set<String> known = new LinkedHashSet<>();
        old.forEach(guard -> known.add(guard.path("holds").asString("")));
        for (JsonNode guard : now) {
            if (!guard.path("warning").asBoolean(false)
                    && !known.contains(guard.path("holds").asString(""))) {
                fault(
                        place,
                        "a condition that was not there before: "
                                + guard.path("holds").asString("").strip());
            }
        }
        for (JsonNode guard : old) {
            boolean warned = guard.path("warning").asBoolean(false);
            for (JsonNode same : now) {
                if (warned
                        && !same.path("warning").asBoolean(false)
                        && same.path("holds").equals(guard.path("holds"))) {
                    fault(
                            place,
                            "a warning that now refuses: "
                                    + guard.path("holds").asString("").strip());
                }
            }
        }
    }

    private void compareClock(String place, JsonNode old, JsonNode now) {
        Set<String> names = new TreeSet<>(old.propertyNames());
        names.addAll(now.propertyNames());
        names.removeAll(Set.of("stop", "ladder")); // telling more, or others, binds nobody
        names.forEach(name -> same(place + "/" + name, old.path(name), now.path(name)));
        keeps(place + "/stop", old.path("stop"), now.path("stop"));
    }

    private void compareFiles() {
        for (String path : before.paths()) {
            if (path.startsWith("schemas/")) {
                compareSchema(path + "#", tree(before, path), tree(next, path));
            } else if (path.endsWith("codes.yaml")) {
                members(path + "#", tree(before, path), tree(next, path), this::compareCodes);
            } else if (path.equals("common/definitions.json")) {
                members(
                        path + "#/$defs",
                        tree(before, path).path("$defs"),
                        tree(next, path).path("$defs"),
                        this::compareSchema);
            } else if (path.equals("common/registers.yaml")) {
                members(path + "#", tree(before, path), tree(next, path), this::keeps);
            }
        }
    }

    private void compareCodes(String place, JsonNode old, JsonNode now) {
        old.propertyNames().stream()
                .filter(code -> !now.has(code))
                .forEach(code -> fault(place + "/" + code, "the code is gone"));
    }

    private void compareSchema(String place, JsonNode old, JsonNode now) {
        Set<String> keywords = new TreeSet<>(old.propertyNames());
        keywords.addAll(now.propertyNames());
        keywords.removeAll(FREE);
        for (String keyword : keywords) {
            compareKeyword(place + "/" + keyword, keyword, old.path(keyword), now.path(keyword));
        }
    }

    private void compareKeyword(String place, String keyword, JsonNode old, JsonNode now) {
        if (keyword.equals("properties")) {
            members(place, old, now, this::compareSchema);
        } else if (keyword.equals("items")) {
            compareSchema(place, old, now);
        } else if (keyword.equals("required")) {
            keeps(place, now, old); // what is asked for was asked for
        } else if (AT_MOST.contains(keyword)) {
            boolean looser = now.isMissingNode() || (!old.isMissingNode() && now.asLong(0) >= old.asLong(0));
            check(looser, place, "is narrower than before");
        } else if (AT_LEAST.contains(keyword)) {
            boolean looser = now.isMissingNode() || (!old.isMissingNode() && now.asLong(0) <= old.asLong(0));
            check(looser, place, "is narrower than before");
        } else {
            same(place, old, now);
        }
    }

    private void check(boolean holds, String place, String what) {
        if (!holds) {
            fault(place, what);
        }
    }

    private interface Comparison {
        void compare(String place, JsonNode old, JsonNode now);
    }

    /** Every member of the old object is there, and its comparison holds. */
    private void members(String place, JsonNode old, JsonNode now, Comparison comparison) {
        for (var member : old.properties()) {
            if (now.has(member.getKey())) {
                comparison.compare(place + "/" + member.getKey(), member.getValue(), now.path(member.getKey()));
            } else {
                fault(place + "/" + member.getKey(), "is gone");
            }
        }
    }

    private void same(String place, JsonNode old, JsonNode now) {
        check(old.equals(now) || (old.isMissingNode() && now.isMissingNode()), place, "is not what it was");
    }

    private void sameTexts(String place, JsonNode old, JsonNode now) {
        check(texts(old).equals(texts(now)), place, "is not what it was");
    }

    private void keeps(String place, JsonNode old, JsonNode now) {
        Set<String> gone = new TreeSet<>(texts(old));
        gone.removeAll(texts(now));
        gone.forEach(name -> fault(place, "'" + name + "' makes the difference"));
    }

    private static Set<String> texts(JsonNode one) {
        Set<String> texts = new LinkedHashSet<>();
        if (one.isArray()) {
            one.forEach(item -> texts.add(item.asString("")));
        } else if (!one.isMissingNode()) {
            texts.add(one.asString(""));
        }
        return texts;
    }
}
