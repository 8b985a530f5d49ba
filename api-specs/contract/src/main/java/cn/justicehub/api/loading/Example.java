package cn.justicehub.api.loading;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.justicehub.api.definition.Act;
import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.definition.From;
import cn.justicehub.api.definition.Guard;
import cn.justicehub.api.definition.GuardFault;
import cn.justicehub.api.definition.GuardInput;
import cn.justicehub.api.violation.Findings;
import cn.justicehub.api.violation.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One example of a type's folder: a payload, who sends it, and what is expected of it.
 *
 * @param path where it lies in the folder
 * @param act name of the act it is of
 * @param content the file; null where it is no JSON
 */
record Example(String path, String act, JsonNode content) {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    /** The examples of a kind, {@code accept} or {@code reject}, of a folder that loads; unreadable ones are a null node. */
    static Stream<Example> of(FolderContent folder, String kind, Collection<String> acts) {
        String directory = "examples/" + kind + "/";
        return folder.paths().stream()
                .filter(path -> path.startsWith(directory))
                .map(path -> {
                    String name = path.substring(directory.length()).replaceFirst("\\.json$", "");
                    String act = FileChecks.actOf(name, List.copyOf(acts)).orElse("");
                    return new Example(path, act, tree(Objects.requireNonNull(folder.bytes(path))));
                });
    }

    private static JsonNode tree(byte[] bytes) {
        try {
            return JsonMapper.shared().readTree(new String(bytes, UTF_8));
        } catch (JacksonException notJson) {
            return JsonMapper.shared().nullNode();
        }
    }

    JsonNode payload() {
        return content.path("payload");
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.json$", "");
    }

    /**
     * All checks that need no exchange: the schema first, and the conditions once it holds, as the hub does it.
     *
     * @throws GuardFault when a condition cannot be evaluated
     */
    Findings judge(ExchangeType type) throws GuardFault {
        Act present = Objects.requireNonNull(type.act(act));
        Findings findings = present.payload().check(payload());
        if (!findings.violations().isEmpty()) {
            return findings;
        }
        List<Violation> violations = new ArrayList<>();
        List<String> warnings = new ArrayList<>(findings.warnings());
        GuardInput input = new GuardInput(
                JsonMapper.shared().convertValue(payload(), OBJECT), stateBefore(present), flags(), sender());
        for (Guard guard : present.when()) {
            if (!guard.program().holds(input)) {
                if (guard.warning()) {
                    warnings.add(guard.code());
                } else {
                    violations.add(Violation.of(guard.code(), "", guard.messageZh(), guard.message()));
                }
            }
        }
        return new Findings(violations, warnings);
    }

    private static String stateBefore(Act act) {
        return act.from() instanceof From.States states
                ? states.names().iterator().next()
                : "";
    }

    private Set<String> flags() {
        return content.path("flags")
                .valueStream()
                .map(flag -> flag.asString(""))
                .collect(Collectors.toSet());
    }

    private Map<String, Object> sender() {
        JsonNode sender = content.path("sender");
        return sender.isObject()
                ? JsonMapper.shared().convertValue(sender, OBJECT)
                : Map.of("code", "", "roles", List.of(), "level", "");
    }

    @Override
    public String toString() {
        return name();
    }
}
