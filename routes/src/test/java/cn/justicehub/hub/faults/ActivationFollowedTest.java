package cn.justicehub.hub.faults;

import static cn.justicehub.hub.testing.Requests.bearer;
import static cn.justicehub.hub.testing.Requests.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.hub.broker.ExternalBroker;
import cn.justicehub.hub.database.ExternalDatabase;
import cn.justicehub.hub.definitions.Catalogue;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.security.Caller;
import cn.justicehub.hub.testing.HubUnderTest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.util.FileSystemUtils;

/** What a person brings in force on one replica is in force on the other too, and that one's older folders undo nothing. */
@Tag("long")
class ActivationFollowedTest {

    private static final String ADDED = "firm-new";
    private static final String SECRET = "a fresh secret";
    private static final Duration SECONDS = Duration.ofSeconds(20);

    private Path folder = Path.of("");

    @BeforeEach
    void makeFolder() throws Exception {
        folder = HubProcess.newData();
    }

    @AfterEach
    void clean() throws Exception {
        FileSystemUtils.deleteRecursively(folder);
    }

    @Test
    void theOtherReplicaFollowsAndItsOwnOlderFoldersUndoNothing() throws Exception {
        SandboxHome home = SandboxHome.open(folder.resolve("here/sandbox"), Instant.now());
        Files.createDirectories(folder.resolve("there"));
        DataCopies.copy(folder.resolve("here/sandbox"), folder.resolve("there/sandbox"));
        try (ExternalDatabase database = ExternalDatabase.start(folder.resolve("database"));
                ExternalBroker broker = ExternalBroker.start(folder.resolve("broker"), HubProcess.freePort())) {
            Map<String, String> settings = settings(database, broker);
            try (HubUnderTest here = HubUnderTest.startIn(folder.resolve("here"), settings);
                    HubUnderTest there = HubUnderTest.startIn(folder.resolve("there"), settings)) {
                List<Accepted> accepted = new ArrayList<>();
                accepted.add(
                        Cases.client(home, SandboxAgency.COURT, there.uri("")).post(Cases.newNotice()));
                String admin = here.token(SandboxAgency.BUREAU.code(), Caller.ADMIN);
                assertThat(status(there)).isEqualTo(401);
                addAgency(home);

                assertThat(activate(here, admin).statusCode()).isEqualTo(200);

                assertThat(status(here)).isEqualTo(200);
                await().atMost(SECONDS)
                        .untilAsserted(() -> assertThat(
                                        there.bean(Catalogue.class).agencies().byCode(ADDED))
                                .isPresent());
                assertThat(status(there)).isEqualTo(200);
                assertThat(revision(there, admin)).isEqualTo(2);

                HttpResponse<String> older = activate(there, admin);
                assertThat(older.statusCode()).as(older.body()).isEqualTo(422);
                assertThat(older.body()).contains(ADDED);
                assertThat(revision(here, admin)).isEqualTo(2);
                assertThat(status(there)).isEqualTo(200);

                accepted.add(
                        Cases.client(home, SandboxAgency.COURT, there.uri("")).post(Cases.newNotice()));
                accepted.add(
                        Cases.client(home, SandboxAgency.COURT, here.uri("")).post(Cases.newNotice()));
                Receipts.verify(here, accepted);
                new LogCheck(there).isWhole();
            }
        }
    }

    private static void addAgency(SandboxHome home) throws Exception {
        Path added = Files.createDirectories(home.agencies().resolve(ADDED));
        Files.writeString(added.resolve("agency.yaml"), """
                code: %s
                nameZh: 测试律所二
                uscc: 31690106MTEX00029N
                roles: [law-firm]
                channel: { pull: { ackWithin: PT24H } }
                signaturePolicy: OPTIONAL
                credentials:
                  - clientId: %s
                    secretHash: "{bcrypt}%s"
                """.formatted(
                        ADDED, ADDED, new BCryptPasswordEncoder(10).encode(SECRET)));
    }

    private static HttpResponse<String> activate(HubUnderTest hub, String admin) {
        String body = "{\"messageId\":\"" + UUID.randomUUID()
                + "\",\"actor\":{\"id\":\"operator-1\",\"role\":\"operator\"},\"reason\":\"新增机构\"}";
        return hub.requests().post("/v1/definitions/activate", body, bearer(admin));
    }

    private static int revision(HubUnderTest hub, String admin) {
        return json(hub.requests().get("/v1/definitions", bearer(admin)))
                .required("revision")
                .intValue();
    }

    /** What the added agency is told that asks for a token. */
    private static int status(HubUnderTest hub) {
        return hub.requests().token(ADDED, SECRET, "").statusCode();
    }

    private Map<String, String> settings(ExternalDatabase database, ExternalBroker broker) {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.putAll(broker.settings());
        settings.put(
                "hub.keys.directory", folder.resolve("keys").toAbsolutePath().toString());
        return settings;
    }
}
