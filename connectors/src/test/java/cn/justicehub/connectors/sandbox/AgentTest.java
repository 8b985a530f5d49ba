package cn.justicehub.connectors.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.connectors.push.PushOutcome;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

@Timeout(60)
class AgentTest {

    private static final Script TWO_ANSWERS = (message, exchange) -> List.of(
            Act.answering(
                    message,
                    "validate",
                    null,
                    Json.object().put("seen", exchange.messages().size())),
            Act.answering(message, "assign", new Actor("a", "handler"), Json.object()));

    @TempDir
    private static Path directory;

    private static SandboxHome home;
    private FakeHub hub;
    private AgencyClient court;
    private PullAgent agent;

    @BeforeAll
    static void prepare() throws Exception {
        home = SandboxHome.open(directory, Instant.now());
    }

    @BeforeEach
    void open() throws Exception {
        hub = new FakeHub(home, Map.of("submit", List.of("lac-220106"), "offer", List.of("firm-220106-01")));
        court = client(SandboxAgency.COURT);
        agent = new PullAgent(client(SandboxAgency.CENTRE), TWO_ANSWERS);
    }

    @AfterEach
    void close() {
        agent.close();
        hub.close();
    }

    private AgencyClient client(SandboxAgency agency) {
        return new AgencyClient(
                hub.uri(), home.credentials(agency), home.identity(agency), Clock.systemUTC(), Duration.ofMillis(500));
    }

    private Accepted open(String act) throws Exception {
        Accepted notice = court.post(Act.opening("defence-notice", "submit", 1, null, Json.object()));
        return act.equals("submit")
                ? notice
                : court.post(Act.later("defence-notice", act, notice.exchangeId(), 1, null, Json.object()));
    }

    @Test
    void reacts_in_order_and_acknowledges() throws Exception {
        open("submit");

        List<Handled> handled = agent.step(Duration.ZERO);

        assertThat(handled).hasSize(1);
        assertThat(handled.get(0).answers()).extracting(a -> a.act().act()).containsExactly("validate", "assign");
        assertThat(handled.get(0).refusals()).isEmpty();
        assertThat(hub.acts()).containsExactly("submit", "validate", "assign");
        assertThat(agent.step(Duration.ZERO)).isEmpty();
    }

    @Test
    void a_message_that_comes_twice_is_answered_once() throws Exception {
        open("submit");
        Handled first = agent.step(Duration.ZERO).get(0);
        ObjectNode item = hub.stored().get(0).item().deepCopy();
        hub.deliverAgain("lac-220106", item.put("deliveryId", first.message().deliveryId()));

        Handled second = agent.step(Duration.ZERO).get(0);

        assertThat(second.answers()).allMatch(Accepted::repeated);
        assertThat(second.answers().get(0).receipt())
                .isEqualTo(first.answers().get(0).receipt());
        assertThat(hub.acts()).containsExactly("submit", "validate", "assign");
    }

    @Test
    void an_answer_that_is_refused_is_reported_and_the_message_is_acknowledged() throws Exception {
        open("submit");
        PullAgent clumsy = new PullAgent(client(SandboxAgency.CENTRE), (message, exchange) -> {
            hub.failNext(409);
            return TWO_ANSWERS.react(message, exchange);
        });

        List<Handled> handled = clumsy.step(Duration.ZERO);

        assertThat(handled.get(0).answers()).isEmpty();
        assertThat(handled.get(0).refusals()).extracting(HubRefused::status).containsExactly(409);
        assertThat(clumsy.step(Duration.ZERO)).isEmpty();
    }

    @Test
    void while_the_hub_is_away_the_message_stays() throws Exception {
        open("submit");
        PullAgent unlucky = new PullAgent(client(SandboxAgency.CENTRE), (message, exchange) -> {
            hub.failNext(500);
            return TWO_ANSWERS.react(message, exchange);
        });

        assertThatThrownBy(() -> unlucky.step(Duration.ZERO)).isInstanceOf(HubRefused.class);

        assertThat(agent.step(Duration.ZERO)).hasSize(1);
        assertThat(hub.acts()).containsExactly("submit", "validate", "assign");
    }

    @Test
    void goes_on_by_itself_once_started() throws Exception {
        BlockingQueue<Handled> handled = new ArrayBlockingQueue<>(10);
        open("submit");
        hub.failNext(500);
        agent.start(handled::add);

        Handled one = handled.poll(30, TimeUnit.SECONDS);

        assertThat(one).isNotNull();
        assertThat(one.answers()).hasSize(2);
    }

    @Test
    void a_pushed_agency_reacts_before_it_answers_the_hub() throws Exception {
        BlockingQueue<Handled> handled = new ArrayBlockingQueue<>(10);
        Script accept = (message, exchange) -> List.of(Act.answering(message, "accept", null, Json.object()));
        try (PushAgent firm = PushAgent.automatic(
                home.firmAddress(), home.firmSecret(), client(SandboxAgency.FIRM), accept, handled::add)) {
            open("offer");

            assertThat(hub.pushAll()).containsExactly(new PushOutcome.Delivered(204));
            assertThat(handled).hasSize(1);
            assertThat(hub.acts()).containsExactly("submit", "offer", "accept");
        }
    }

    @Test
    void a_pushed_agency_that_cannot_react_asks_for_the_message_again() throws Exception {
        Script accept = (message, exchange) -> List.of(Act.answering(message, "accept", null, Json.object()));
        try (PushAgent firm = PushAgent.automatic(
                home.firmAddress(), home.firmSecret(), client(SandboxAgency.FIRM), accept, handled -> {})) {
            open("offer");
            hub.failNext(500);

            assertThat(hub.pushAll()).containsExactly(new PushOutcome.AgencyFault("HTTP_503", null));
            assertThat(hub.pushAll()).containsExactly(new PushOutcome.Delivered(204));
            assertThat(hub.acts()).containsExactly("submit", "offer", "accept");
        }
    }

    @Test
    void a_pushed_agency_can_be_driven_step_by_step() throws Exception {
        Script accept = (message, exchange) -> List.of(Act.answering(message, "accept", null, Json.object()));
        try (PushAgent firm =
                PushAgent.stepwise(home.firmAddress(), home.firmSecret(), client(SandboxAgency.FIRM), accept)) {
            open("offer");
            assertThat(hub.pushAll()).containsExactly(new PushOutcome.Delivered(204));
            assertThat(hub.acts()).containsExactly("submit", "offer");

            hub.failNext(500);
            assertThatThrownBy(() -> firm.step(Duration.ZERO)).isInstanceOf(HubRefused.class);
            Handled handled = firm.step(Duration.ZERO);

            assertThat(handled).isNotNull();
            assertThat(hub.acts()).containsExactly("submit", "offer", "accept");
            assertThat(firm.step(Duration.ZERO)).isNull();
        }
    }
}
