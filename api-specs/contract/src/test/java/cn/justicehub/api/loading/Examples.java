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
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The examples of a built-in type, and what the type says of them. */
final class Examples {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private Examples() {}

    record Example(String name, String act, JsonNode content) {

        JsonNode payload() {
            return content.path("payload");
        }

        Map<String, Object> payloadMap() {
            return JsonMapper.shared().convertValue(payload(), OBJECT);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static ExchangeType load(String type) {
        try {
            return new ExchangeTypeLoader(CLOCK).loadBuiltIn(type);
        } catch (DefinitionFaults faults) {
            throw new AssertionError(faults);
        }
    }

    static Stream<Example> of(String type, String kind, List<String> acts) {
        FolderContent folder = BuiltInTypes.content(type);
        String directory = "examples/" + kind + "/";
        return folder.paths().stream()
                .filter(path -> path.startsWith(directory))
                .map(path -> {
                    String name = path.substring(directory.length()).replace(".json", "");
                    byte[] bytes = Objects.requireNonNull(folder.bytes(path));
                    return new Example(
                            name,
                            FileChecks.actOf(name, acts).orElseThrow(),
                            JsonMapper.shared().readTree(new String(bytes, UTF_8)));
                });
    }

    /** All checks that need no exchange: the schema first, and the guards once it holds, as the hub does it. */
    static Findings judge(ExchangeType type, Example example) throws GuardFault {
        Act act = Objects.requireNonNull(type.act(example.act()));
        Findings findings = act.payload().check(example.payload());
        if (!findings.violations().isEmpty()) {
            return findings;
        }
        List<Violation> violations = new ArrayList<>();
        List<String> warnings = new ArrayList<>(findings.warnings());
        GuardInput input = new GuardInput(example.payloadMap(), stateBefore(act), flags(example), sender(example));
        for (Guard guard : act.when()) {
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

    private static Set<String> flags(Example example) {
        return example.content()
                .path("flags")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }

    private static Map<String, Object> sender(Example example) {
        JsonNode sender = example.content().path("sender");
        return sender.isObject()
                ? JsonMapper.shared().convertValue(sender, OBJECT)
                : Map.of("code", "", "roles", List.of(), "level", "");
    }
}
