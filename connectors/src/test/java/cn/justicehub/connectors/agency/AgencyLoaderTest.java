package cn.justicehub.connectors.agency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgencyLoaderTest {

    private final AgencyLoader loader = new AgencyLoader(false);

    @Test
    void reads_a_pull_agency_whole() throws Exception {
        Agency court =
                loader.load(AgencyFolders.with(AgencyFolders.court(), "signers/old.pem", AgencyFolders.certificate()));

        assertThat(court.code()).isEqualTo("court-220106");
        assertThat(court.nameZh()).isEqualTo("测试法院");
        assertThat(court.roles()).containsExactly("court");
        assertThat(court.level()).isEqualTo("DISTRICT");
        assertThat(court.channel()).isEqualTo(new Channel.Pull(Duration.ofHours(8)));
        assertThat(court.signaturePolicy()).isEqualTo(SignaturePolicy.REQUIRED);
        assertThat(court.signers()).hasSize(2);
        assertThat(court.limits()).isEqualTo(new Limits(16, 256));
        assertThat(court.credentials()).containsExactly(new Credential("court-220106", AgencyFolders.HASH));
        assertThat(court.digest()).matches("[0-9a-f]{64}");
    }

    @Test
    void reads_a_push_agency_with_its_defaults() throws Exception {
        Agency firm = loader.load(AgencyFolders.firm("https://firm.example.cn/hub?v=1"));

        assertThat(firm.channel())
                .isEqualTo(new Channel.Push(
                        URI.create("https://firm.example.cn/hub?v=1"),
                        List.of("10.1.0.0/16"),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(20)));
        assertThat(firm.limits()).isEqualTo(new Limits(4, 256));
        assertThat(firm.signaturePolicy()).isEqualTo(SignaturePolicy.OPTIONAL);
    }

    @Test
    void the_example_of_the_readme_loads() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        String example = readme.substring(readme.indexOf("```yaml\n") + 8, readme.indexOf("\n```\n") + 1);

        Agency firm = loader.load(AgencyFolders.unsigned("firm-example", example));

        assertThat(firm.credentials()).extracting(Credential::clientId).containsExactly("firm-example");
    }

    @Test
    void knows_when_a_certificate_was_revoked() throws Exception {
        String yaml = new String(AgencyFolders.court().files().get("agency.yaml"), UTF_8);
        Agency court = loader.load(AgencyFolders.with(
                AgencyFolders.court(),
                "agency.yaml",
                yaml + "revokedSigners: { 2026.pem: 2026-12-01T00:00:00+08:00 }\n"));

        assertThat(court.signers().get(0).revokedAt()).isEqualTo(Instant.parse("2026-11-30T16:00:00Z"));
    }

    @Test
    void tells_every_fault_at_once() {
        AgencyFolder folder = AgencyFolders.with(
                AgencyFolders.with(
                        AgencyFolders.unsigned("court-x", """
                                code: Court
                                uscc: 12690106MTEX00002Y
                                roles: [judge, operator, auditor]
                                roles: [court]
                                level: VILLAGE
                                channel: { pull: { ackWithin: soon }, push: { address: "http://u:p@10.9.0.1/#x", allowedCidrs: [8.8.8.0/24] } }
                                limits: { inFlight: 0, burst: 3 }
                                credentials: [ { clientId: a, secretHash: plain } ]
                                revokedSigners: { none.pem: yesterday }
                                colour: red
                                """),
                        "signers/key.pem",
                        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"),
                "notes.txt",
                "");

        Map<String, List<String>> faults = faultsOf(folder).stream()
                .collect(Collectors.groupingBy(
                        AgencyFaults.Fault::file,
                        Collectors.mapping(AgencyFaults.Fault::pointer, Collectors.toList())));

        assertThat(faults.get("court-x/agency.yaml"))
                .contains(
                        "/code",
                        "/nameZh",
                        "/uscc",
                        "/roles",
                        "/level",
                        "/channel",
                        "/channel/push/address",
                        "/channel/push/allowedCidrs",
                        "/limits/inFlight",
                        "/limits/burst",
                        "/credentials/0/clientId",
                        "/credentials/0/secretHash",
                        "/revokedSigners/none.pem",
                        "/signaturePolicy",
                        "/colour");
        assertThat(faults.get("court-x/signers/key.pem")).hasSize(1);
        assertThat(faults.get("court-x/notes.txt")).hasSize(1);
    }

    @Test
    void operator_and_auditor_never_meet() {
        AgencyFolder folder = AgencyFolders.unsigned("bureau", """
                code: bureau
                nameZh: 测试
                uscc: 12690106MTEX00002X
                roles: [operator, auditor]
                signaturePolicy: OPTIONAL
                channel: { pull: {} }
                """);

        assertThat(faultsOf(folder)).extracting(AgencyFaults.Fault::pointer).containsExactly("/roles");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://firm.example.cn/hub",
                "http://127.0.0.1:8080/hub",
                "https://127.0.0.1/hub",
                "https://localhost/hub",
                "https://[::1]/hub",
                "https://user@firm.example.cn/hub",
                "https://firm.example.cn/hub#part",
                "https://169.254.169.254/hub",
                "https://[fe80::1]/hub",
                "https://10.2.0.1/hub",
                "https://[::ffff:192.168.0.1]/hub",
                "ftp://firm.example.cn/hub",
                "firm.example.cn/hub",
                "https:///hub",
                "https://firm example/"
            })
    void refuses_an_address(String address) {
        assertThat(faultsOf(AgencyFolders.firm(address)))
                .isNotEmpty()
                .allMatch(fault -> fault.pointer().equals("/channel/push/address"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://10.1.2.3/hub, false",
        "https://firm.example.cn:8443/hub, false",
        "http://127.0.0.1:8080/hub, true",
        "http://localhost:8080/hub, true",
        "http://[::1]:8080/hub, true"
    })
    void accepts_an_address(String address, boolean sandbox) throws Exception {
        Agency firm = new AgencyLoader(sandbox).load(AgencyFolders.firm(address));

        assertThat(((Channel.Push) firm.channel()).address()).isEqualTo(URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "just text",
                "- a\n- b",
                "code: [unclosed",
                "code: &x a\nnameZh: *x",
                "code: a\n---\ncode: b",
                "code: {1: {2: 3}}"
            })
    void refuses_yaml_that_is_no_plain_mapping(String yaml) {
        assertThat(faultsOf(AgencyFolders.unsigned("court-x", yaml))).isNotEmpty();
    }

    @Test
    void refuses_deep_and_large_files_without_falling_over() {
        assertThat(faultsOf(AgencyFolders.unsigned("court-x", "code: " + "[".repeat(60_000))))
                .isNotEmpty();
        assertThat(faultsOf(AgencyFolders.unsigned("court-x", "code: " + "x".repeat(70_000))))
                .anyMatch(fault -> fault.message().contains("larger"));
    }

    @Test
    void a_folder_without_its_file_has_one_fault() {
        assertThat(faultsOf(AgencyFolder.of("court-x", Map.of())))
                .containsExactly(new AgencyFaults.Fault("court-x/agency.yaml", "", "is missing"));
    }

    @Test
    void a_directory_of_folders_is_loaded_or_refused_whole(@TempDir Path agencies) throws Exception {
        write(agencies, AgencyFolders.court());
        write(agencies, AgencyFolders.firm("https://firm.example.cn/hub"));
        Files.createDirectories(agencies.resolve(".git"));

        AgencyDirectory directory = loader.loadAll(agencies);

        assertThat(directory.all()).extracting(Agency::code).containsExactly("court-220106", "firm-1");
        assertThat(directory.byCode("firm-1")).isPresent();
        assertThat(directory.byUscc("12690106MTEX00002X").orElseThrow().code()).isEqualTo("court-220106");
        assertThat(directory.byRole("law-firm")).extracting(Agency::code).containsExactly("firm-1");
        assertThat(directory.byCode("nobody")).isEmpty();

        write(agencies, AgencyFolders.unsigned("zzz", "code: zzz"));
        assertThat(catchThrowableOfType(AgencyFaults.class, () -> loader.loadAll(agencies))
                        .faults())
                .isNotEmpty()
                .allMatch(fault -> fault.file().startsWith("zzz/"));
    }

    @Test
    void no_two_agencies_share_code_credit_code_or_client() throws Exception {
        Agency court = loader.load(AgencyFolders.court());

        AgencyFaults faults = catchThrowableOfType(AgencyFaults.class, () -> AgencyDirectory.of(List.of(court, court)));

        assertThat(faults.faults()).extracting(AgencyFaults.Fault::pointer).contains("/code", "/uscc");
    }

    @Test
    void no_agency_takes_the_client_of_another() {
        AgencyFolder other = AgencyFolders.unsigned("other", """
                code: other
                nameZh: 测试
                uscc: 91690106MTEX000065
                roles: [police]
                signaturePolicy: OPTIONAL
                channel: { pull: {} }
                credentials: [ { clientId: court-220106, secretHash: "%s" } ]
                """.formatted(AgencyFolders.HASH));

        assertThat(catchThrowableOfType(AgencyFaults.class, () -> loader.loadAll(List.of(AgencyFolders.court(), other)))
                        .faults())
                .containsExactly(new AgencyFaults.Fault(
                        "other/agency.yaml", "/credentials", "is also that of agency court-220106"));
    }

    @Test
    void the_digest_covers_every_file_and_nothing_else() throws Exception {
        AgencyFolder court = AgencyFolders.court();

        assertThat(AgencyFolder.of("elsewhere", court.files()).digest()).isEqualTo(court.digest());
        assertThat(AgencyFolders.with(court, "README.md", "").digest()).isNotEqualTo(court.digest());
        assertThat(AgencyFolders.unsigned("a", "x").digest())
                .as("sha256 of the line `2d711642…  agency.yaml`")
                .isEqualTo("5d220aa8b3426c15d8c391c1debd3b9847d7088a87ac422cc012429f45853b94");
    }

    private List<AgencyFaults.Fault> faultsOf(AgencyFolder folder) {
        return catchThrowableOfType(AgencyFaults.class, () -> loader.load(folder))
                .faults();
    }

    private static void write(Path agencies, AgencyFolder folder) throws IOException {
        for (Map.Entry<String, byte[]> file : folder.files().entrySet()) {
            Path path = agencies.resolve(folder.name()).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}
