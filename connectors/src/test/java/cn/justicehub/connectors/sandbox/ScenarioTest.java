package cn.justicehub.connectors.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.definition.From;
import cn.justicehub.api.definition.Into;
import cn.justicehub.api.loading.ExchangeTypeLoader;
import cn.justicehub.connectors.push.PushOutcome;
import cn.justicehub.connectors.sandbox.SimulatedCourt.Defendant;
import cn.justicehub.connectors.sandbox.SimulatedCourt.Hearing;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The simulated agencies play whole cases; every message is held against the exchange type that the hub goes by. */
@Timeout(120)
class ScenarioTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final Map<String, String> PARTIES = Map.of(
            "notifier", SandboxAgency.COURT.code(),
            "centre", SandboxAgency.CENTRE.code(),
            "firm", SandboxAgency.FIRM.code());

    @TempDir
    private static Path directory;

    private ExchangeType type;
    private static SandboxHome home;
    private FakeHub hub;
    private AgencyClient court;

    @BeforeAll
    static void prepare() throws Exception {
        home = SandboxHome.open(directory, Instant.now());
    }

    @BeforeEach
    void open() throws Exception {
        type = new ExchangeTypeLoader(CLOCK).loadBuiltIn("defence-notice");
        Map<String, List<String>> receivers = type.acts().values().stream()
                .collect(Collectors.toMap(
                        act -> act.name(),
                        act -> act.to().stream().map(PARTIES::get).sorted().toList()));
        hub = new FakeHub(home, receivers);
        court = home.client(SandboxAgency.COURT, hub.uri(), CLOCK);
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void a_notice_is_answered_and_the_lawyer_registered() throws Exception {
        Hearing hearing = new Hearing(OffsetDateTime.parse("2026-12-20T09:00:00+08:00"), "第一法庭", "ORDINARY");
        Accepted notice = court.post(SimulatedCourt.notice(1, Defendant.JIA, DAY, hearing));
        playStepByStep();

        assertThat(hub.acts()).containsExactly("submit", "validate", "assign", "offer", "accept", "reply", "register");
        assertLawful();
        JsonNode reply = payload("reply");
        assertThat(reply.at("/lawyer/name").stringValue()).isEqualTo("测试律师一");
        assertThat(reply.path("letterNo").stringValue())
                .isEqualTo(payload("register").path("letterNo").stringValue());

        String assignmentNo = payload("offer").path("assignmentNo").stringValue();
        home.client(SandboxAgency.FIRM, hub.uri(), CLOCK)
                .post(SimulatedFirm.closing(notice.exchangeId(), assignmentNo, "CONVICTED", DAY));
        assertLawful();
    }

    @Test
    void after_a_conflict_another_lawyer_is_assigned() throws Exception {
        court.post(SimulatedCourt.notice(2, Defendant.YI, DAY, null));
        playStepByStep();

        assertThat(hub.acts())
                .containsExactly(
                        "submit",
                        "validate",
                        "assign",
                        "offer",
                        "decline",
                        "assign",
                        "offer",
                        "accept",
                        "reply",
                        "register");
        assertLawful();
        assertThat(payload("decline").path("declineCode").stringValue()).isEqualTo("CONFLICT");
        assertThat(payload("reply").at("/lawyer/name").stringValue()).isEqualTo("测试律师二");
    }

    @Test
    void by_themselves_they_play_the_same() throws Exception {
        BlockingQueue<Handled> handled = new LinkedBlockingQueue<>();
        try (Sandbox sandbox = Sandbox.start(home, hub.uri(), CLOCK, handled::add)) {
            court.post(SimulatedCourt.notice(3, Defendant.YI, DAY, null));
            while (!hub.acts().contains("register")) {
                assertThat(handled.poll(30, TimeUnit.SECONDS))
                        .as("somebody goes on")
                        .isNotNull();
                assertThat(hub.pushAll()).allMatch(PushOutcome.Delivered.class::isInstance);
            }
        }
        assertThat(hub.acts()).hasSize(10);
        assertLawful();
    }

    /** Each agency in its turn, until nobody has anything more to do. */
    private void playStepByStep() throws Exception {
        PullAgent centre = new PullAgent(home.client(SandboxAgency.CENTRE, hub.uri(), CLOCK), new SimulatedCentre());
        PullAgent registry = new PullAgent(court, new SimulatedCourt());
        AgencyClient firmClient = home.client(SandboxAgency.FIRM, hub.uri(), CLOCK);
        try (PushAgent firm =
                PushAgent.stepwise(home.firmAddress(), home.firmSecret(), firmClient, new SimulatedFirm())) {
            boolean moved = true;
            while (moved) {
                moved = !centre.step(Duration.ZERO).isEmpty();
                assertThat(hub.pushAll()).allMatch(PushOutcome.Delivered.class::isInstance);
                while (firm.step(Duration.ZERO) != null) {
                    moved = true;
                }
                moved |= !registry.step(Duration.ZERO).isEmpty();
            }
        }
    }

    private JsonNode payload(String act) {
        return hub.stored().stream()
                .filter(stored -> stored.act().equals(act))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .item()
                .at("/message/payload");
    }

    /** Every message: known, by the right party, from the right state, by a person where that is needed, payload as the schema says. */
    private void assertLawful() {
        String state = "";
        for (FakeHub.Stored stored : hub.stored()) {
            var act = Objects.requireNonNull(type.act(stored.act()), stored.act());
            assertThat(act.by().stream().map(PARTIES::get)).contains(stored.sender());
            if (act.from() instanceof From.States from) {
                assertThat(from.names()).as(stored.act()).contains(state);
            }
            JsonNode message = stored.item().path("message");
            assertThat(!act.person() || message.has("actor")).as(stored.act()).isTrue();
            assertThat(act.payload().check(message.path("payload")).violations())
                    .as(stored.act())
                    .isEmpty();
            if (act.into() instanceof Into.State into) {
                state = into.name();
            }
        }
    }
}
