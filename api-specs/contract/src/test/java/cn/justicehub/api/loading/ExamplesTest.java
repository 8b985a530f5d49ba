package cn.justicehub.api.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.definition.GuardFault;
import cn.justicehub.api.violation.Findings;
import cn.justicehub.api.violation.Violation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What every built-in type says of its own examples. */
class ExamplesTest {

    static Stream<Arguments> accepted() {
        return examples("accept");
    }

    static Stream<Arguments> rejected() {
        return examples("reject");
    }

    private static Stream<Arguments> examples(String kind) {
        return BuiltInTypes.names().stream()
                .map(Examples::load)
                .flatMap(type -> Examples.of(
                                type.name(), kind, List.copyOf(type.acts().keySet()))
                        .map(example -> Arguments.of(type, example)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("accepted")
    void acceptsTheExample(ExchangeType type, Example example) throws GuardFault {
        Findings findings = example.judge(type);

        assertThat(findings.violations()).isEmpty();
        assertThat(findings.warnings())
                .containsExactlyInAnyOrderElementsOf(example.content()
                        .path("warnings")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("rejected")
    void rejectsTheExampleForWhatIsWrongWithIt(ExchangeType type, Example example) throws GuardFault {
        assertThat(example.judge(type).violations())
                .allSatisfy(violation -> assertThat(violation.messageZh()).containsPattern("[\\u4e00-\\u9fa5]"))
                .extracting(Violation::code, Violation::field)
                .containsExactlyInAnyOrderElementsOf(example.content()
                        .path("expect")
                        .valueStream()
                        .map(expected -> tuple(
                                expected.path("code").asString(),
                                expected.path("field").asString()))
                        .toList());
    }
}
