package cn.justicehub.hub.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path parent;

    @Test
    void is_made_for_its_owner_only() throws Exception {
        try (DataDirectory data = DataDirectory.take(parent.resolve("a/data"))) {
            assertThat(Files.getPosixFilePermissions(data.path()))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void serves_one_hub_at_a_time_and_names_the_other() throws Exception {
        Path path = parent.resolve("data");
        try (DataDirectory first = DataDirectory.take(path)) {
            assertThatThrownBy(() -> DataDirectory.take(first.path()))
                    .isInstanceOf(CannotStartException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("hub.database.url");
        }
        DataDirectory.take(path).close();
    }
}
