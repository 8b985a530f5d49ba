package cn.justicehub.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.connectors.sandbox.Credentials;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.hub.broker.ExternalBroker;
import cn.justicehub.hub.database.ExternalDatabase;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.hub.testing.Requests;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/** On a full disk the hub says so and gives no receipt; it needs nobody's help when there is room again. */
@Tag("long")
class DiskFullTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    /** Tables have some room of their own left. */
    private static final int TRIES = 300;

    private Path folder = Path.of("");

    @BeforeEach
    void makeFolder() throws Exception {
        folder = HubProcess.newData();
    }

    @AfterEach
    void clean() throws Exception {
        FileSystemUtils.deleteRecursively(folder);
    }

    /** A head file keeps the room it has once taken, so this replica is a new one, which has noted one head at most. */
    @Test
    void withoutRoomForTheHeadFileNothingIsAcceptedAndNothingLost() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("hub"), 8);
                ExternalDatabase database = ExternalDatabase.start(folder.resolve("database"));
                ExternalBroker broker = ExternalBroker.start(folder.resolve("broker"), HubProcess.freePort())) {
            Map<String, String> settings = new HashMap<>(database.settings());
            settings.putAll(broker.settings());
            settings.put("hub.keys.directory", folder.resolve("keys").toString());
            List<Accepted> accepted = new ArrayList<>(acceptedByAnother(settings));
            DataCopies.copy(folder.resolve("first/sandbox"), disk.folder().resolve("sandbox"));
            try (HubUnderTest hub = HubUnderTest.startIn(disk.folder(), settings)) {
                await().atMost(SOON).until(() -> readiness(hub) == 200);
                Sender court = new Sender(hub);
                Act committed = Cases.newNotice();
                Act second = Cases.newNotice();
                byte[] committedBody = court.client.body(committed);
                byte[] secondBody = court.client.body(second);
                LogCheck log = new LogCheck(hub);
                long before = log.size();
                disk.fill();

                court.isRefused(committedBody);
                await().atMost(SOON).until(() -> readiness(hub) == 503);
                court.isRefused(committedBody);
                court.isRefused(secondBody);
                assertThat(log.size())
                        .as("committed, but no receipt left; and nothing on top of it")
                        .isEqualTo(before + 1);

                disk.relieve();

                await().atMost(SOON).until(() -> readiness(hub) == 200);
                accepted.add(Traffic.untilAnswered(court.client, committed, committedBody));
                accepted.add(Traffic.untilAnswered(court.client, second, secondBody));

                disk.fill();
                accepted.add(court.accepted());
                assertThat(log.records("message", "")).isEqualTo(accepted.size());
                log.isWhole();
                Receipts.verify(hub, accepted);
            }
        }
    }

    private List<Accepted> acceptedByAnother(Map<String, String> settings) throws Exception {
        try (HubUnderTest hub = HubUnderTest.startIn(folder.resolve("first"), settings)) {
            return List.of(new Sender(hub).accepted());
        }
    }

    @Test
    void withoutRoomForTheDatabaseNothingIsAcceptedAndNothingLost() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("database"), 256);
                ExternalDatabase database = ExternalDatabase.start(disk.folder());
                HubUnderTest hub = HubUnderTest.startIn(folder.resolve("hub"), database.settings())) {
            await().atMost(SOON).until(() -> readiness(hub) == 200);
            Sender court = new Sender(hub);
            List<Accepted> accepted = new ArrayList<>();
            accepted.add(court.accepted());
            preallocateLog(new JdbcTemplate(database.superuser()));
            disk.fill();

            Act refused = Cases.newNotice();
            byte[] body = court.client.body(refused);
            HttpResponse<String> answer = court.post(body);
            for (int i = 0; i < TRIES && answer.statusCode() == 201; i++) {
                accepted.add(court.client.post(refused, body));
                refused = Cases.newNotice();
                body = court.client.body(refused);
                answer = court.post(body);
            }
            Sender.isHonest(answer);
            assertThat(answer.body()).contains("磁盘已满");
            assertThat(readiness(hub)).isEqualTo(503);
            court.isRefused(body);
            LogCheck log = new LogCheck(hub);
            assertThat(log.records("message", "")).isEqualTo(accepted.size());

            disk.relieve();

            await().atMost(SOON).until(() -> readiness(hub) == 200);
            accepted.add(Traffic.untilAnswered(court.client, refused, body));
            assertThat(court.client.post(refused, body).repeated()).isTrue();
            assertThat(log.records("message", "")).isEqualTo(accepted.size());
            log.isWhole();
            Receipts.verify(hub, accepted);
        }
    }

    /** Write-ahead log for later, so that tables are first to find no room; a log without room ends the server. */
    private static void preallocateLog(JdbcTemplate superuser) {
        for (int i = 0; i < 3; i++) {
            superuser.execute("select pg_switch_wal()");
            superuser.execute("checkpoint");
        }
    }

    private static int readiness(HubUnderTest hub) {
        return hub.requests().get("/actuator/health/readiness").statusCode();
    }

    /** The court, with a look at the answer as it is. */
    private static final class Sender {

        private final HubUnderTest hub;
        private final AgencyClient client;
        private final String token;

        Sender(HubUnderTest hub) {
            this.hub = hub;
            SandboxHome home = hub.bean(SandboxHome.class);
            client = Cases.client(home, SandboxAgency.COURT, hub.uri(""));
            Credentials credentials = home.credentials(SandboxAgency.COURT);
            token = Requests.json(hub.requests().token(credentials.clientId(), credentials.secret(), ""))
                    .required("access_token")
                    .stringValue();
        }

        /** A new notice, which the hub takes. */
        Accepted accepted() throws Exception {
            Act notice = Cases.newNotice();
            return client.post(notice, client.body(notice));
        }

        HttpResponse<String> post(byte[] body) {
            return hub.requests()
                    .post(
                            "/v1/exchanges/defence-notice",
                            new String(body, StandardCharsets.UTF_8),
                            request ->
                                    Requests.bearer(token).apply(request).header("Content-Type", "application/json"));
        }

        void isRefused(byte[] body) {
            isHonest(post(body));
        }

        static void isHonest(HttpResponse<String> answer) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(answer.body()).contains("E-UNAVAIL").doesNotContain("\"leaf\"");
        }
    }
}
