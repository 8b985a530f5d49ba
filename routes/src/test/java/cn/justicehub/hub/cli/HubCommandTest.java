package cn.justicehub.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.api.loading.BuiltInTypes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
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
    void folders_are_checked_without_a_hub() throws Exception {
        write("exchanges/defence-notice", BuiltInTypes.content("defence-notice").toMap());
        Files.createDirectories(folder.resolve("exchanges/nothing"));

        assertThat(run("check", folder.resolve("exchanges").toString())).isZero();
        assertThat(run("check", folder.resolve("exchanges/defence-notice").toString()))
                .isZero();
        assertThat(out.toString())
                .contains("defence-notice：交换事项defence-notice第1版")
                .doesNotContain("错误");

        Path example = folder.resolve("exchanges/defence-notice/examples/accept/accept.json");
        Files.writeString(example, Files.readString(example).replace("\"ACCEPT\"", "\"PERHAPS\""));
        assertThat(run("check", folder.resolve("exchanges").toString())).isEqualTo(1);
        assertThat(out.toString()).contains("错误 examples/accept/accept.json#/expect: expected []");

        Path type = folder.resolve("exchanges/defence-notice/type.yaml");
        Files.writeString(
                type,
                Files.readString(type).replace("owes: firm", "owes: lawyer").replace("mark: H", "mark: Z"));
        assertThat(run("check", "--json", folder.resolve("exchanges").toString()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("no party 'lawyer'").contains("must match [ABCH]");
    }

    @Test
    void an_agency_is_checked_without_a_hub() throws Exception {
        Path agency = Files.createDirectories(folder.resolve("firm-example"));
        Files.writeString(agency.resolve("agency.yaml"), """
                code: firm-example
                nameZh: 测试律所
                uscc: 31690106MTEX00001U
                roles: [law-firm]
                channel: { pull: { ackWithin: PT24H } }
                signaturePolicy: OPTIONAL
                """);

        assertThat(run("check", agency.toString())).as(out.toString()).isZero();
        assertThat(out.toString()).contains("机构firm-example（测试律所）");

        Files.writeString(agency.resolve("agency.yaml"), "code: other\nroles: [baker]\n");
        assertThat(run("check", agency.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("错误").contains("must be among");
    }

    @Test
    void a_folder_that_holds_nothing_is_wrong_usage() {
        assertThat(run("check", folder.toString())).isEqualTo(2);
        assertThat(run("check", folder.resolve("missing").toString())).isEqualTo(2);

        assertThat(err.toString())
                .contains("neither a type.yaml nor an agency.yaml")
                .contains("is not a folder");
    }

    private void write(String directory, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(directory).resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.write(path, file.getValue());
        }
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
