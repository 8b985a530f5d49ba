package cn.justicehub.hub.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.Accepted;
import cn.justicehub.connectors.sandbox.Act;
import cn.justicehub.connectors.sandbox.Actor;
import cn.justicehub.connectors.sandbox.AgencyClient;
import cn.justicehub.connectors.sandbox.Credentials;
import cn.justicehub.connectors.sandbox.HubRefused;
import cn.justicehub.connectors.sandbox.Inbound;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.connectors.sandbox.SigningIdentity;
import cn.justicehub.hub.definitions.FolderCheck;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.security.Caller;
import cn.justicehub.hub.testing.HubUnderTest;
import cn.justicehub.hub.testing.MovingClock;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An exchange type and an agency that the hub does not know, from the examples' folders: checked without a hub, brought in
 * force on a running one, served in its contract, and carried from end to end.
 */
class OperatorFolderTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path EXAMPLES = Path.of("../config/examples").toAbsolutePath();
    private static final Path TYPE = EXAMPLES.resolve("exchanges/meeting-request");
    private static final Actor GUARD = new Actor("person-07", "duty-officer");

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-25T01:00:00Z"));
    private final List<Accepted> accepted = new ArrayList<>();

    @TempDir
    private Path exchanges;

    @Test
    void theExamplesAreSound() {
        assertThat(FolderCheck.of(EXAMPLES.resolve("exchanges")))
                .singleElement()
                .satisfies(result -> assertThat(result.faults()).isEmpty());
        assertThat(FolderCheck.of(EXAMPLES.resolve("agencies")))
                .singleElement()
                .satisfies(result -> assertThat(result.faults()).isEmpty());
    }

    @Test
    void aNewTypeAndANewAgencyAreCarriedFromEndToEndWithoutARestart() throws Exception {
        try (HubUnderTest hub = HubUnderTest.start(Map.of("hub.definitions.exchanges", exchanges.toString()), clock)) {
            Desk court = Desk.of(hub, SandboxAgency.COURT);
            assertThat(court.get("/v1/openapi.json").body()).doesNotContain("MeetingRequest");
            SandboxHome home = hub.bean(SandboxHome.class);
            FileSystemUtils.copyRecursively(TYPE, exchanges.resolve("meeting-request"));
            FileSystemUtils.copyRecursively(
                    EXAMPLES.resolve("agencies/detention-example"),
                    home.agencies().resolve("detention-example"));

            assertThat(activate(hub).statusCode()).isEqualTo(200);

            String contract = court.get("/v1/openapi.json").body();
            assertThat(contract)
                    .contains("requestMeetingRequest", "arrangeMeetingRequest", "律师会见", "CL-MEETING-REFUSAL");
            AgencyClient firm = client(hub, home.credentials(SandboxAgency.FIRM), home.identity(SandboxAgency.FIRM));
            AgencyClient place = client(
                    hub,
                    new Credentials(
                            "detention-example",
                            "detention-example",
                            "change me",
                            home.credentials(SandboxAgency.POLICE).scope()),
                    null);

            String exchange = sent(firm, opening("request")).exchangeId();
            assertThat(place.inbox(Duration.ZERO)).extracting(Inbound::act).containsExactly("request");
            assertThatThrownBy(() -> sent(place, later("refuse", exchange, "reject/refuse-papers-not-named")))
                    .isInstanceOf(HubRefused.class)
                    .hasMessageContaining("E-INCOMPLETE");
            clock.move(Duration.ofHours(36));
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(place.inbox(Duration.ZERO))
                            .extracting(Inbound::act)
                            .containsExactly("request", "clock-step"));
            sent(place, later("arrange", exchange, "accept/arrange"));
            sent(firm, later("hold", exchange, "accept/hold"));

            JsonNode seen = JSON.readTree(firm.get("/v1/exchanges/meeting-request/" + exchange));
            assertThat(seen.required("state").stringValue()).isEqualTo("HELD");
            assertThat(seen.toString()).contains("刑事诉讼法39").doesNotContain("OVERDUE");
            Receipts.verify(hub, accepted);
        }
    }

    private static AgencyClient client(HubUnderTest hub, Credentials credentials, @Nullable SigningIdentity signer) {
        return new AgencyClient(hub.uri(""), credentials, signer, Clock.systemUTC(), Duration.ofMillis(1));
    }

    private Accepted sent(AgencyClient client, Act act) throws Exception {
        Accepted one = client.post(act);
        accepted.add(one);
        return one;
    }

    private static Act opening(String act) throws IOException {
        return Act.opening("meeting-request", act, 1, null, payload("accept/" + act));
    }

    private static Act later(String act, String exchange, String example) throws IOException {
        return Act.later("meeting-request", act, exchange, 1, GUARD, payload(example));
    }

    /** The payload of one of the type's own examples. */
    private static JsonNode payload(String example) throws IOException {
        return JSON.readTree(Files.readString(TYPE.resolve("examples/" + example + ".json")))
                .required("payload");
    }

    private static HttpResponse<String> activate(HubUnderTest hub) {
        String token = hub.token(SandboxAgency.BUREAU.code(), Caller.ADMIN);
        String body = "{\"messageId\":\"" + UUID.randomUUID()
                + "\",\"actor\":{\"id\":\"operator-1\",\"role\":\"operator\"},\"reason\":\"新增会见预约\"}";
        return hub.requests()
                .post(
                        "/v1/definitions/activate",
                        body,
                        request -> request.header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json"));
    }
}
