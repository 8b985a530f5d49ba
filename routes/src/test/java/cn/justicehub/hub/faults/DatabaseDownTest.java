package cn.justicehub.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.connectors.sandbox.HubRefused;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.hub.database.ExternalDatabase;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.testing.HubUnderTest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** Without its database the hub accepts nothing and says so; it needs nobody's help when the database is back. */
@Tag("long")
class DatabaseDownTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void nothingIsAcceptedAndNothingLostAndItRecoversByItself() throws Exception {
        Path folder = HubProcess.newData();
        try (ExternalDatabase database = ExternalDatabase.start(folder.resolve("database"));
                HubUnderTest hub = HubUnderTest.startIn(folder.resolve("hub"), database.settings())) {
            AgencyClient court = Cases.client(hub.bean(SandboxHome.class), SandboxAgency.COURT, hub.uri(""));
            Act first = Cases.newNotice();
            Accepted before = court.post(first, court.body(first));
            Act waits = Cases.newNotice();
            byte[] body = court.body(waits);

            database.down();

            HubRefused refused = catchThrowableOfType(HubRefused.class, () -> court.post(waits, body));
            assertThat(refused.status()).isEqualTo(503);
            HttpResponse<String> token = hub.requests().token("court-220106", "wrong", "");
            assertThat(token.statusCode()).isEqualTo(503);
            assertThat(token.headers().firstValue("Retry-After")).isPresent();
            await().atMost(SOON).until(() -> readiness(hub).statusCode() == 503);
            assertThat(refused.getMessage()).contains("E-UNAVAIL");

            database.up();

            await().atMost(SOON).until(() -> readiness(hub).statusCode() == 200);
            Accepted after = Traffic.untilAnswered(court, waits, body);
            assertThat(court.post(first, before.body()).receipt()).isEqualTo(before.receipt());
            assertThat(new LogCheck(hub).records("message", "")).isEqualTo(2);
            new LogCheck(hub).isWhole();
            Receipts.verify(hub, List.of(before, after));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static HttpResponse<String> readiness(HubUnderTest hub) {
        return hub.requests().get("/actuator/health/readiness", request -> request);
    }
}
