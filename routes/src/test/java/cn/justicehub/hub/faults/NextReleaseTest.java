package cn.justicehub.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.hub.broker.ExternalBroker;
import cn.justicehub.hub.database.ExternalDatabase;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.testing.HubUnderTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * The next release is started beside this one and migrates the database under it. This one goes on, can be started again,
 * and carries on what the other began, so that replicas are replaced one by one.
 */
@Tag("long")
class NextReleaseTest {

    private static final Duration SOON = Duration.ofSeconds(60);

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
    void thisReleaseGoesOnOverTheSchemaOfTheNext() throws Exception {
        SandboxHome home = SandboxHome.open(folder.resolve("a/sandbox"), Instant.now());
        Files.createDirectories(folder.resolve("b"));
        DataCopies.copy(folder.resolve("a/sandbox"), folder.resolve("b/sandbox"));
        List<Accepted> accepted = new ArrayList<>();
        try (ExternalDatabase database = ExternalDatabase.start(folder.resolve("database"));
                ExternalBroker broker = ExternalBroker.start(folder.resolve("broker"), HubProcess.freePort());
                FirmSink firm = FirmSink.open(home)) {
            Map<String, String> settings = new HashMap<>(database.settings());
            settings.putAll(broker.settings());
            settings.put(
                    "hub.keys.directory",
                    folder.resolve("keys").toAbsolutePath().toString());
            try (HubUnderTest a = HubUnderTest.startIn(folder.resolve("a"), settings)) {
                Cases first = new Cases(home, a.uri(""));
                String begun = first.notice();
                int migrated = migrateToNext(a.bean(DataSource.class));
                assertThat(migrated).isEqualTo(1);

                first.offer(begun);
                delivered(a, begun);

                try (HubUnderTest b = HubUnderTest.startIn(folder.resolve("b"), settings)) {
                    Cases second = new Cases(home, b.uri(""));
                    delivered(b, second.offered());
                    delivered(a, first.offered());
                    accepted.addAll(first.accepted());
                    accepted.addAll(second.accepted());
                    Receipts.verify(b, accepted);
                    new LogCheck(b).isWhole();
                }
                new LogCheck(a).isWhole();
            }
            assertThat(firm.forgeries()).isEmpty();
        }
    }

    /** What the next release does when it starts: it knows all migrations of this one, and one more. */
    private static int migrateToNext(DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/next")
                .load()
                .migrate()
                .migrationsExecuted;
    }

    private static void delivered(HubUnderTest hub, String exchange) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(new Operator(hub).states(exchange)).containsOnly("DELIVERED"));
    }
}
