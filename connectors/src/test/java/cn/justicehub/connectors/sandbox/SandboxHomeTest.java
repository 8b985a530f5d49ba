package cn.justicehub.connectors.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.connectors.agency.Agency;
import cn.justicehub.connectors.agency.AgencyDirectory;
import cn.justicehub.connectors.agency.AgencyLoader;
import cn.justicehub.connectors.agency.Channel;
import cn.justicehub.connectors.agency.SignaturePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxHomeTest {

    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void writes_folders_that_the_hub_loads_like_any_other() throws Exception {
        SandboxHome home = SandboxHome.open(directory, NOW);

        AgencyDirectory agencies = new AgencyLoader(true).loadAll(home.agencies());

        assertThat(agencies.all())
                .extracting(Agency::code)
                .containsExactlyInAnyOrderElementsOf(
                        SandboxAgency.ALL.stream().map(SandboxAgency::code).toList());
        for (SandboxAgency agency : SandboxAgency.ALL) {
            Agency loaded = agencies.byCode(agency.code()).orElseThrow();
            assertThat(loaded.uscc()).isEqualTo(agency.uscc());
            assertThat(loaded.roles()).containsExactly(agency.role());
            String hash = loaded.credentials().get(0).secretHash().substring("{bcrypt}".length());
            assertThat(OpenBSDBCrypt.checkPassword(
                            hash, home.credentials(agency).secret().toCharArray()))
                    .isTrue();
        }
        Agency court = agencies.byCode("court-220106").orElseThrow();
        assertThat(court.level()).isEqualTo("DISTRICT");
        assertThat(court.signaturePolicy()).isEqualTo(SignaturePolicy.OPTIONAL);
        assertThat(court.signers().get(0).certificate())
                .isEqualTo(home.identity(SandboxAgency.COURT).certificate());
        Agency firm = agencies.byUscc("31690106MTEX00001U").orElseThrow();
        assertThat(firm.signaturePolicy()).isEqualTo(SignaturePolicy.REQUIRED);
        assertThat(((Channel.Push) firm.channel()).address()).isEqualTo(home.firmAddress());
    }

    @Test
    void keeps_everything_from_one_start_to_the_next() throws Exception {
        SandboxHome.open(directory, NOW);
        Map<String, String> before = contents();

        SandboxHome again = SandboxHome.open(directory, NOW.plusSeconds(86_400));

        assertThat(contents()).isEqualTo(before);
        byte[] content = {1, 2, 3};
        assertThat(Signatures.valid(
                        content,
                        again.identity(SandboxAgency.COURT).sign(content),
                        again.identity(SandboxAgency.COURT).certificate()))
                .isTrue();
    }

    @Test
    void nobody_else_reads_keys_and_secrets() throws Exception {
        SandboxHome home = SandboxHome.open(directory, NOW);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.credentialsFile())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(directory.resolve("keys/court-220106/signing-key.pem"))))
                .isEqualTo("rw-------");
        String plain = Files.readString(home.credentialsFile());
        for (Map.Entry<String, String> file : contents().entrySet()) {
            if (file.getKey().startsWith("agencies/")) {
                assertThat(file.getValue()).doesNotContain("PRIVATE KEY");
                home.credentials().forEach(one -> assertThat(file.getValue()).doesNotContain(one.secret()));
            }
        }
        assertThat(home.credentials()).hasSameSizeAs(SandboxAgency.ALL).allSatisfy(one -> {
            assertThat(plain).contains(one.secret());
            assertThat(one.toString()).doesNotContain(one.secret());
        });
    }

    @Test
    void an_edited_folder_stays_as_it_is() throws Exception {
        Path yaml = SandboxHome.open(directory, NOW).agencies().resolve("court-220106/agency.yaml");
        Files.writeString(yaml, Files.readString(yaml) + "limits: { inFlight: 2 }\n");
        String edited = Files.readString(yaml);

        SandboxHome.open(directory, NOW);

        assertThat(Files.readString(yaml)).isEqualTo(edited);
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(directory.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
