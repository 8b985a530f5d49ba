package cn.justicehub.hub.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.justicehub.hub.HubApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outside the sandbox the hub makes nothing up. */
class ProductionStartTest {

    @TempDir
    Path folder;

    @Test
    void a_hub_that_was_given_nothing_says_all_that_is_missing() {
        assertThat(faults())
                .hasSize(4)
                .anyMatch(fault -> fault.startsWith("hub.data is not set"))
                .anyMatch(fault -> fault.startsWith("hub.origin is not set"))
                .anyMatch(fault -> fault.startsWith("hub.agencies is not set"))
                .anyMatch(fault -> fault.startsWith("hub.keys.directory is not set"));
    }

    @Test
    void a_hub_without_its_keys_makes_none() {
        assertThat(faults(
                        "--hub.data=" + folder.resolve("data"),
                        "--hub.origin=hub.example.invalid",
                        "--hub.agencies=" + folder,
                        "--hub.keys.directory=" + folder.resolve("keys")))
                .hasSize(4)
                .allMatch(fault -> fault.contains("is missing"));
        assertThat(Files.exists(folder.resolve("keys"))).isFalse();
        assertThat(Files.exists(folder.resolve("data"))).isFalse();
    }

    private static List<String> faults(String... arguments) {
        Throwable thrown = catchThrowable(() -> HubApplication.application().run(arguments));
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStartException refusal) {
                return refusal.reasons();
            }
        }
        throw new AssertionError("the hub started, or failed otherwise", thrown);
    }
}
