package cn.justicehub.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import picocli.CommandLine;

class HubCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void keys_are_made_once() {
        String keys = folder.resolve("keys").toString();

        assertThat(run("keys", "init", keys, "--origin", "hub.example.invalid")).isZero();
        assertThat(run("keys", "init", keys, "--origin", "hub.example.invalid")).isEqualTo(1);

        assertThat(err.toString()).contains("master.key exists already");
    }

    @Test
    void keys_need_to_know_what_is_wanted() {
        assertThat(run("keys")).isEqualTo(2);
        assertThat(run("keys", "init", folder.toString())).isEqualTo(2);

        assertThat(err.toString()).contains("init").contains("--origin");
    }

    @Test
    void a_secret_comes_with_its_hash() {
        assertThat(run("secret")).isZero();

        String[] lines = out.toString().split("\\R");
        String secret = lines[0].substring("secret: ".length());
        String hash = lines[1].substring("hash:   {bcrypt}".length());
        assertThat(new BCryptPasswordEncoder().matches(secret, hash)).isTrue();
    }

    @Test
    void a_hub_that_cannot_start_fails_the_command() {
        assertThat(run("run", "--set", "hub.data=" + folder.resolve("data"))).isEqualTo(1);
        assertThat(run()).isEqualTo(1);
    }

    @Test
    void settings_become_arguments() {
        HubOptions options = new HubOptions();
        new CommandLine(options).parseArgs("-s", "hub.data=/srv/hub", "--set", "server.port=1", "-c", "/etc/hub.yaml");

        assertThat(options.arguments())
                .containsExactly(
                        "--spring.config.additional-location=file:///etc/hub.yaml",
                        "--hub.data=/srv/hub",
                        "--server.port=1");
    }

    @Test
    void a_command_that_does_not_exist_is_refused() {
        assertThat(run("dance")).isEqualTo(2);
    }

    private int run(String... arguments) {
        return new CommandLine(new HubCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
