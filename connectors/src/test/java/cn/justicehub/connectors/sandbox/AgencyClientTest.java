package cn.justicehub.connectors.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Timeout(60)
class AgencyClientTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private static Path directory;

    private static SandboxHome home;
    private FakeHub hub;
    private AgencyClient court;
    private AgencyClient centre;

    @BeforeAll
    static void prepare() throws Exception {
        home = SandboxHome.open(directory, Instant.now());
    }

    @BeforeEach
    void open() throws Exception {
        hub = new FakeHub(home, Map.of("submit", List.of("lac-220106")));
        court = client(SandboxAgency.COURT);
        centre = client(SandboxAgency.CENTRE);
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private AgencyClient client(SandboxAgency agency) {
        return new AgencyClient(
                hub.uri(), home.credentials(agency), home.identity(agency), CLOCK, Duration.ofSeconds(5));
    }

    private static Act notice() {
        return Act.opening(
                        "defence-notice",
                        "submit",
                        1,
                        new Actor("judge-01", "法官"),
                        Json.object().put("caseNo", "（2026）吉0106刑初1号").put("count", 3))
                .with(new Paper("NOTICE", "通知辩护公函", "绿法通〔2026〕1号"));
    }

    @Test
    void keeps_the_bytes_that_were_sent_and_the_bytes_that_came_back() throws Exception {
        Accepted accepted = court.post(notice());

        assertThat(accepted.repeated()).isFalse();
        assertThat(hub.stored().get(0).body()).isEqualTo(accepted.body());
        assertThat(hub.stored().get(0).receipt()).isEqualTo(accepted.receipt());
        assertThat(court.receipt(accepted.entryId())).isEqualTo(accepted.receipt());
        JsonNode body = Json.MAPPER.readTree(accepted.body());
        assertThat(body.path("sentAt").stringValue()).isEqualTo("2026-11-25T08:00:00+08:00");
        assertThat(body.path("schemaVersion").intValue()).isEqualTo(1);
        assertThat(body.at("/actor/id").stringValue()).isEqualTo("judge-01");
        assertThat(body.at("/attachments/0/location").stringValue()).isEqualTo("paper");
    }

    @Test
    void a_repeat_gets_the_same_receipt() throws Exception {
        Act act = notice();
        Accepted first = court.post(act);
        Accepted second = court.post(act);

        assertThat(second.repeated()).isTrue();
        assertThat(second.receipt()).isEqualTo(first.receipt());
    }

    /** The signature is over the canonical form of PATH §1, here put together by hand. */
    @Test
    void signs_an_opening_act() throws Exception {
        Accepted accepted = court.post(notice());

        ObjectNode body = (ObjectNode) Json.MAPPER.readTree(accepted.body());
        byte[] signature = Base64.getDecoder().decode(body.remove("signature").stringValue());
        String signed = "{\"act\":\"submit\",\"body\":" + body
                + ",\"schemaVersion\":1,\"sender\":\"court-220106\",\"type\":\"defence-notice\"}";
        byte[] canonical = new JsonCanonicalizer(signed).getEncodedUTF8();
        assertThat(Signatures.valid(canonical, signature, signerOf(court))).isTrue();
        assertThat(Signatures.valid(canonical, signature, signerOf(centre))).isFalse();
        byte[] otherAct = new JsonCanonicalizer(signed.replace("submit", "withdraw")).getEncodedUTF8();
        assertThat(Signatures.valid(otherAct, signature, signerOf(court))).isFalse();
    }

    @Test
    void signs_a_later_act_for_its_exchange_and_version() throws Exception {
        String exchangeId = court.post(notice()).exchangeId();

        Accepted accepted = court.post(Act.later(
                "defence-notice", "withdraw", exchangeId, 1, null, Json.object().put("reason", "x")));

        ObjectNode body = (ObjectNode) Json.MAPPER.readTree(accepted.body());
        assertThat(body.has("schemaVersion")).isFalse();
        byte[] signature = Base64.getDecoder().decode(body.remove("signature").stringValue());
        String signed = "{\"act\":\"withdraw\",\"body\":" + body + ",\"exchangeId\":\"" + exchangeId
                + "\",\"schemaVersion\":1,\"sender\":\"court-220106\",\"type\":\"defence-notice\"}";
        assertThat(Signatures.valid(new JsonCanonicalizer(signed).getEncodedUTF8(), signature, signerOf(court)))
                .isTrue();
    }

    private java.security.cert.X509Certificate signerOf(AgencyClient client) {
        return hub.agencies()
                .byCode(client.agency())
                .orElseThrow()
                .signers()
                .get(0)
                .certificate();
    }

    @Test
    void reads_and_acknowledges_its_inbox() throws Exception {
        Accepted accepted = court.post(notice());

        List<Inbound> inbox = centre.inbox(Duration.ZERO);

        assertThat(inbox).hasSize(1);
        Inbound message = inbox.get(0);
        assertThat(message.entryId()).isEqualTo(accepted.entryId());
        assertThat(message.exchangeId()).isEqualTo(accepted.exchangeId());
        assertThat(message.sender()).isEqualTo("court-220106");
        assertThat(message.payload().path("caseNo").stringValue()).isEqualTo("（2026）吉0106刑初1号");
        assertThat(message.acceptedAt()).isEqualTo(Instant.parse("2026-11-25T00:00:00Z"));
        centre.ack(message.deliveryId());
        assertThat(centre.inbox(Duration.ZERO)).isEmpty();
        assertThat(centre.exchange("defence-notice", accepted.exchangeId()).messages())
                .extracting(ExchangeView.Seen::act)
                .containsExactly("submit");
    }

    @Test
    void a_token_is_kept_and_replaced_when_it_is_no_longer_taken() throws Exception {
        court.post(notice());
        court.post(notice());
        assertThat(hub.tokensGiven()).isEqualTo(1);

        hub.forgetTokens();
        court.post(notice());

        assertThat(hub.tokensGiven()).isEqualTo(2);
        assertThat(hub.stored()).hasSize(3);
    }

    @Test
    void waits_and_tries_again_while_the_hub_asks_for_it() throws Exception {
        hub.failNext(503, 429, 503);

        assertThat(court.post(notice()).repeated()).isFalse();
    }

    @Test
    void a_refusal_comes_back_at_once_with_its_codes() {
        hub.failNext(422);

        HubRefused refused = catchThrowableOfType(HubRefused.class, () -> court.post(notice()));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.codes()).containsExactly("E-TEST");
        assertThat(refused).hasMessageContaining("/v1/exchanges/defence-notice: 422 [E-TEST]");
        assertThat(hub.stored()).isEmpty();
    }

    @Test
    void a_wrong_secret_is_refused() {
        Credentials wrong = new Credentials("court-220106", "court-220106", "wrong", "exchange:write");
        AgencyClient stranger = new AgencyClient(hub.uri(), wrong, null, CLOCK, Duration.ZERO);

        assertThat(catchThrowableOfType(HubRefused.class, () -> stranger.post(notice()))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void gives_up_when_nobody_answers() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        AgencyClient lost = new AgencyClient(
                URI.create("http://127.0.0.1:" + port),
                home.credentials(SandboxAgency.COURT),
                null,
                CLOCK,
                Duration.ofMillis(300));

        assertThatThrownBy(() -> lost.post(notice())).isInstanceOf(IOException.class);
    }
}
