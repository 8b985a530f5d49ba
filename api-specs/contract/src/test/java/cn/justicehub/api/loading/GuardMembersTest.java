package cn.justicehub.api.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.api.definition.Guard;
import cn.justicehub.api.definition.GuardFault;
import cn.justicehub.api.definition.GuardInput;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GuardMembersTest {

    private static final JsonNode SCHEMA = JsonMapper.shared().readTree("""
            {"type": "object", "required": ["kind", "minor", "items"], "properties": {
              "kind": {"type": "string", "enum": ["A", "B"]},
              "minor": {"type": "boolean"},
              "age": {"type": "integer"},
              "hearing": {"type": "object", "properties": {"at": {"type": "string"}}},
              "items": {"type": "array", "items": {
                "type": "object", "required": ["ref"], "properties": {
                  "ref": {"type": "string"}, "note": {"type": "string"}}}}}}""");

    private final Faults faults = new Faults();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payload.kind == 'A'",
                "payload.minor",
                "has(payload.age) && payload.age < 18",
                "!has(payload.age) || payload.age < 18",
                "has(payload.age) ? payload.age < 18 : payload.minor",
                "!(has(payload.age) && payload.age < 18)",
                "!has(payload.hearing) || !has(payload.hearing.at) || payload.hearing.at != ''",
                "payload.kind in ['A', 'B']",
                "payload.items.all(i, i.ref != '')",
                "payload.items.exists(i, has(i.note) && i.note == 'x')",
                "payload.items.filter(i, i.ref == 'x').size() == 1",
                "size(payload.items) > 0 && payload.items[0].ref == 'x'",
                "'court' in sender.roles && sender.level == 'CITY'",
                "'OVERDUE' in flags || state == 'RECEIVED'"
            })
    void letsPass(String expression) {
        assertThat(compile(expression)).isNotNull();
        assertThat(messages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '"',
            value = {
                "payload.kindd == 'A'                        # no member 'payload.kindd'",
                "has(payload.agee)                           # no member 'payload.agee'",
                "payload.age < 18                            # 'payload.age' is optional",
                "has(payload.age) || payload.age < 18        # 'payload.age' is optional",
                "!has(payload.age) && payload.age < 18       # 'payload.age' is optional",
                "has(payload.age) ? true : payload.age < 18  # 'payload.age' is optional",
                "has(payload.hearing.at)                     # 'payload.hearing' is optional",
                "payload.kind == 'C'                         # 'C' is no code",
                "payload.kind in ['A', 'C']                  # 'C' is no code",
                "payload.kind == 1                           # never compares",
                "payload.items.all(i, i.reff != '')          # no member 'i.reff'",
                "payload.items.all(i, i.note != '')          # 'i.note' is optional",
                "payload.items[0].reff == 'x'                # no member '….reff'",
                "payload['kindd'] == 'A'                     # 'payload' is no list",
                "'kindd' in payload                          # 'payload' is no list",
                "has(payload.items[0].note) && payload.items[1].note == '' # is optional",
                "size(payload) > 1                           # 'payload' is not used as a whole",
                "sender == payload.hearing                   # 'sender' is not used as a whole",
                "payload.all(k, k != '')                     # 'payload' is not used as a whole",
                "payload.kind                                # 'payload.kind' is no truth value",
                "!payload.kind                               # 'payload.kind' is no truth value",
                "payload.minor && payload.kind               # 'payload.kind' is no truth value",
                "has(payload.age) && payload.age < 'x'       # never compares",
                "payload.minor == 'true'                     # never compares",
                "payload.minor.x                             # no member 'payload.minor.x'",
                "sender.level == 'VILLAGE'                   # 'VILLAGE' is no code",
                "actor.role == 'A'                           # does not type-check",
                "state == 1                                  # does not type-check",
                "'text'                                      # does not type-check",
                "payload.kind ==                             # does not type-check"
            })
    void refuses(String expression, String words) {
        compile(expression);

        assertThat(messages()).anySatisfy(message -> assertThat(message).contains(words));
    }

    @Test
    void failsWithoutQuotingWhatItMet() {
        Guard.Program program = Objects.requireNonNull(compile("int(payload.kind) > 0"));

        assertThatThrownBy(() -> program.holds(input(Map.of("kind", "测试甲"))))
                .isInstanceOf(GuardFault.class)
                .hasMessage("cannot evaluate: int(payload.kind) > 0")
                .hasStackTraceContaining("IllegalStateException")
                .satisfies(fault -> assertThat(fault.getCause()).hasMessageNotContaining("测试甲"));
    }

    @Test
    void failsWhenAMemberIsNoTruthValue() {
        Guard.Program program = Objects.requireNonNull(compile("payload.minor"));

        assertThatThrownBy(() -> program.holds(input(Map.of("minor", "yes")))).isInstanceOf(GuardFault.class);
    }

    private Guard.@Nullable Program compile(String expression) {
        Section at = new Section(faults, "type.yaml", "", SCHEMA);
        return new GuardCompiler().compile(expression, at, "holds", SchemaView.of(SCHEMA, SCHEMA), Set.of());
    }

    private List<String> messages() {
        return faults.isEmpty()
                ? List.of()
                : faults.toException().faults().stream().map(Fault::message).toList();
    }

    private static GuardInput input(Map<String, Object> payload) {
        return new GuardInput(payload, "", Set.of(), Map.of());
    }
}
