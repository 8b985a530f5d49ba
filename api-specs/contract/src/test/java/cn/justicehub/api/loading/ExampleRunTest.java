package cn.justicehub.api.loading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.api.definition.ExchangeType;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Examples say what a type does, and are found out when it does something else. */
class ExampleRunTest {

    private static final ExchangeType TYPE = Examples.load("defence-notice");

    private static ExampleRun.Report with(String path, String old, String changed) {
        Map<String, byte[]> files = BuiltInTypes.content("defence-notice").toMap();
        String text = new String(Objects.requireNonNull(files.get(path)), UTF_8);
        assertThat(text).contains(old);
        files.put(path, text.replace(old, changed).getBytes(UTF_8));
        return ExampleRun.of(TYPE, FolderContent.of(files));
    }

    @Test
    void theBuiltInTypeDoesWhatItsExamplesSay() {
        ExampleRun.Report report = ExampleRun.of(TYPE, BuiltInTypes.content("defence-notice"));

        assertThat(report.faults()).isEmpty();
        assertThat(report.accept()).isGreaterThanOrEqualTo(TYPE.acts().size());
        assertThat(report.reject()).isGreaterThanOrEqualTo(TYPE.acts().size());
    }

    @Test
    void whatIsToBeAcceptedAndIsNotIsTold() {
        assertThat(with("examples/accept/accept.json", "\"ACCEPT\"", "\"PERHAPS\"")
                        .faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "examples/accept/accept.json#/expect: expected [], but found [E-CODE /payload/decision]");
    }

    @Test
    void whatIsRejectedForAnotherReasonIsTold() {
        assertThat(with("examples/reject/accept-with-other-decision.json", "E-CODE", "E-DATE")
                        .faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("[E-DATE /payload/decision]", "E-CODE"));
    }

    @Test
    void aFileThatIsNoExampleIsTold() {
        assertThat(with("examples/accept/accept.json", "{", "[").faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("is not JSON"));
    }
}
