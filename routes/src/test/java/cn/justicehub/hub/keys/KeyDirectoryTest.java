package cn.justicehub.hub.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.hub.start.CannotStartException;
import cn.justicehub.hub.start.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyDirectoryTest {

    private static final String NAME = "hub.example.invalid";

    @TempDir
    Path parent;

    private Path path;
    private KeyDirectory directory;

    @BeforeEach
    void create() {
        path = parent.resolve("keys");
        directory = new KeyDirectory(path);
        directory.create(NAME);
    }

    @Test
    void fresh_keys_are_complete_and_their_owners_only() throws IOException {
        HubKeys keys = directory.load(NAME);

        assertThat(keys.master().current().bytes()).hasSize(16);
        assertThat(keys.index().current().bytes()).hasSize(32);
        assertThat(keys.log().sha256(NAME + "/log/1").name()).isEqualTo(NAME + "/log/1");
        assertThat(keys.log().sm3(NAME + "/log/1").name()).isEqualTo(NAME + "/log/1/sm3");
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.toList()) {
                assertThat(OwnerOnly.isOwnerOnly(file)).isTrue();
            }
        }
    }

    @Test
    void no_key_is_ever_overwritten() throws IOException {
        String before = Files.readString(path.resolve(KeyDirectory.MASTER));
        Files.delete(path.resolve(KeyDirectory.INDEX));

        assertThatThrownBy(() -> directory.create(NAME)).isInstanceOf(CannotStartException.class);

        assertThat(Files.readString(path.resolve(KeyDirectory.MASTER))).isEqualTo(before);
        assertThat(path.resolve(KeyDirectory.INDEX)).doesNotExist();
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_and_no_key_is_shown() throws IOException {
        String secret = Files.readString(path.resolve(KeyDirectory.MASTER)).strip();
        Files.writeString(path.resolve(KeyDirectory.MASTER), secret + "x\n");
        Files.delete(path.resolve(KeyDirectory.INDEX));
        Files.setPosixFilePermissions(path.resolve(KeyDirectory.LOG_SM2), PosixFilePermissions.fromString("rw-r-----"));

        assertThat(directory.faults(NAME))
                .hasSize(3)
                .anyMatch(fault -> fault.contains("master.key is not usable"))
                .anyMatch(fault -> fault.contains("index.key is missing"))
                .anyMatch(fault -> fault.contains("log-sm2.skey") && fault.contains("0600"))
                .noneMatch(fault -> fault.contains(secret.split(" ")[1].substring(0, 8)));
    }

    @Test
    void keys_of_another_hub_are_refused() {
        assertThat(directory.faults("other.example.invalid"))
                .singleElement()
                .asString()
                .contains("another hub");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "only-a-name",
                "master-1 not*base64",
                "master-1 AAAA",
                "MASTER AAAAAAAAAAAAAAAAAAAAAA==",
                "a AAAAAAAAAAAAAAAAAAAAAA==\na AAAAAAAAAAAAAAAAAAAAAA=="
            })
    void a_text_that_is_no_key_ring_is_refused(String text) {
        assertThatThrownBy(() -> KeyRing.parse(text, 16)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_first_key_is_in_use_and_the_others_still_open() {
        KeyRing ring = KeyRing.parse("new AAAAAAAAAAAAAAAAAAAAAA==\n\nold AQEBAQEBAQEBAQEBAQEBAQ==\n", 16);

        assertThat(ring.current().name()).isEqualTo("new");
        assertThat(ring.named("old").orElseThrow().bytes()).containsOnly(1);
        assertThat(ring.named("older")).isEmpty();
    }
}
