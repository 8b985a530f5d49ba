package cn.justicehub.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.hub.broker.ExternalBroker;
import cn.justicehub.hub.database.ExternalDatabase;
import cn.justicehub.hub.definitions.Catalogue;
import cn.justicehub.hub.testing.HubUnderTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.FileSystemUtils;

/** Two hubs over one database whose folders differ: newer ones come in force for both, older ones for neither. */
@Tag("long")
@ExtendWith(OutputCaptureExtension.class)
class OtherFoldersTest {

    private static final String COURT = SandboxAgency.COURT.code();
    private static final String NOTARY = SandboxAgency.NOTARY.code();
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
    void newerFoldersComeInForceForBothAndOlderOnesForNeither(CapturedOutput output) throws Exception {
        SandboxHome home = SandboxHome.open(folder.resolve("a/sandbox"), Instant.now());
        for (String other : new String[] {"newer", "older"}) {
            Files.createDirectories(folder.resolve(other));
            DataCopies.copy(folder.resolve("a/sandbox"), folder.resolve(other + "/sandbox"));
        }
        String secret = home.credentials(SandboxAgency.COURT).secret();
        change("newer", COURT, "clientId: " + COURT, "clientId: court-renewed");
        change("newer", NOTARY, "pull: { ackWithin: PT24H }", "push: { address: \"http://127.0.0.1:9/\" }");
        try (ExternalDatabase database = ExternalDatabase.start(folder.resolve("database"));
                ExternalBroker broker = ExternalBroker.start(folder.resolve("broker"), HubProcess.freePort())) {
            Map<String, String> settings = settings(database, broker);
            try (HubUnderTest a = HubUnderTest.startIn(folder.resolve("a"), settings)) {
                assertThat(status(a, COURT, secret)).isEqualTo(200);

                try (HubUnderTest newer = HubUnderTest.startIn(folder.resolve("newer"), settings)) {
                    renewed(newer, secret);
                    await().atMost(SECONDS).untilAsserted(() -> renewed(a, secret));
                }
                int start = output.getAll().length();
                try (HubUnderTest older = HubUnderTest.startIn(folder.resolve("older"), settings)) {
                    renewed(older, secret);
                    assertThat(output.getAll().substring(start))
                            .contains("agencies/" + COURT + ": was in force earlier")
                            .contains("agencies/" + NOTARY + ": was in force earlier")
                            .contains("revision 2, stay in force");
                    renewed(a, secret);
                }
                settings.put("hub.definitions.replace", "2");
                try (HubUnderTest older = HubUnderTest.startIn(folder.resolve("older"), settings)) {
                    assertThat(status(older, COURT, secret)).isEqualTo(200);
                    await().atMost(SECONDS)
                            .untilAsserted(() -> assertThat(clientOfCourt(a)).isEqualTo(COURT));
                    assertThat(status(a, "court-renewed", secret)).isEqualTo(401);
                }
                new LogCheck(a).isWhole();
            }
        }
    }

    private static void renewed(HubUnderTest hub, String secret) {
        assertThat(clientOfCourt(hub)).isEqualTo("court-renewed");
        assertThat(status(hub, COURT, secret)).isEqualTo(401);
        assertThat(status(hub, "court-renewed", secret)).isEqualTo(200);
        assertThat(hub.bean(CamelContext.class).getRoute("dispatch-" + NOTARY)).isNotNull();
    }

    private static String clientOfCourt(HubUnderTest hub) {
        return hub.bean(Catalogue.class)
                .agencies()
                .byCode(COURT)
                .orElseThrow()
                .credentials()
                .get(0)
                .clientId();
    }

    private static int status(HubUnderTest hub, String client, String secret) {
        return hub.requests().token(client, secret, "").statusCode();
    }

    private void change(String data, String agency, String before, String after) throws Exception {
        Path definition = SandboxHome.open(folder.resolve(data + "/sandbox"), Instant.now())
                .agencies()
                .resolve(agency)
                .resolve("agency.yaml");
        String text = Files.readString(definition);
        assertThat(text).contains(before);
        Files.writeString(definition, text.replace(before, after));
    }

    private Map<String, String> settings(ExternalDatabase database, ExternalBroker broker) {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.putAll(broker.settings());
        settings.put(
                "hub.keys.directory", folder.resolve("keys").toAbsolutePath().toString());
        return settings;
    }
}
