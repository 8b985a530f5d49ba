package cn.justicehub.hub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.hub.journey.Receipts;
import cn.justicehub.hub.testing.HubUnderTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** A message that its receiver cannot take: parked alone, with one alarm and evidence, until a person decides. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoisonTest {

    private static final Duration SOON = Duration.ofSeconds(45);

    private final HubUnderTest hub = HubUnderTest.start(Map.of(
            "hub.delivery.lease", "5s",
            "hub.delivery.sweep", "200ms",
            "hub.delivery.backoff", "100ms",
            "hub.delivery.longest-backoff", "1s"));

    private final SandboxHome home = hub.bean(SandboxHome.class);
    private final Operator operator = new Operator(hub);
    private final LogCheck log = new LogCheck(hub);
    private final Cases cases = new Cases(home, hub.uri(""));
    private FirmSink firm = FirmSink.off(home);

    @BeforeEach
    void open() throws Exception {
        firm = FirmSink.open(home);
    }

    @AfterEach
    void check() throws Exception {
        firm.close();
        Receipts.verify(hub, cases.accepted());
        log.isWhole();
    }

    @AfterAll
    void close() {
        hub.close();
    }

    @Test
    void rejectedMessageParksAloneAndIsRetriedInOrder() throws Exception {
        String poisoned = cases.notice();
        firm.answers(arrival -> arrival.exchangeId().equals(poisoned) ? 422 : 204);
        cases.offer(poisoned);
        awaitStates(poisoned, "PARKED");
        cases.register(poisoned);
        cases.withdraw(poisoned);
        String other = cases.offered();
        awaitStates(other, "DELIVERED");

        assertThat(operator.states(poisoned)).containsExactly("PARKED", "HELD", "HELD");
        JsonNode parked = operator.lane(poisoned).get(0);
        String parkedId = parked.required("deliveryId").stringValue();
        assertThat(parked.required("reason").stringValue()).isEqualTo("HTTP_422");
        assertThat(operator.lane(poisoned).subList(1, 3))
                .allSatisfy(held ->
                        assertThat(held.required("heldBehind").stringValue()).isEqualTo(parkedId));
        assertOneAlarm(parkedId);
        assertThat(firm.arrivals().stream().filter(one -> one.exchangeId().equals(poisoned)))
                .hasSize(1);
        String evidence = evidence(poisoned);
        log.evidenceVerifies(cases.centre(), evidence);

        retried(parkedId);
        await().atMost(SOON)
                .until(() -> operator.states(poisoned).get(0).equals("PARKED")
                        && !evidence(poisoned).equals(evidence));
        assertThat(operator.states(poisoned)).containsExactly("PARKED", "HELD", "HELD");
        log.evidenceVerifies(cases.centre(), evidence(poisoned));
        log.evidenceVerifies(cases.centre(), evidence);

        firm.answers(204);
        retried(parkedId);
        awaitStates(poisoned, "DELIVERED", "DELIVERED", "DELIVERED");
        assertThat(firm.lane(poisoned)).containsExactly("offer", "register", "withdraw");
        assertThat(operator.alarms(true)).isEmpty();
    }

    @Test
    void givingUpReleasesTheLane() throws Exception {
        String poisoned = cases.notice();
        firm.answers(arrival ->
                arrival.exchangeId().equals(poisoned) && arrival.act().equals("offer") ? 410 : 204);
        cases.offer(poisoned);
        cases.withdraw(poisoned);
        awaitStates(poisoned, "PARKED", "HELD");
        String parkedId = operator.lane(poisoned).get(0).required("deliveryId").stringValue();
        String evidence = evidence(poisoned);

        Operator.Done done = operator.giveUp(parkedId);

        awaitStates(poisoned, "GIVEN_UP", "DELIVERED");
        log.verifies(done.receipt(), done.body());
        assertThat(firm.lane(poisoned)).containsExactly("withdraw");
        assertThat(evidence(poisoned)).isEqualTo(evidence);
        log.evidenceVerifies(cases.centre(), evidence);
        assertThat(operator.alarms(true)).isEmpty();
    }

    @Test
    void messageThatAlwaysFailsWhileOthersSucceedIsParkedInTheEnd() throws Exception {
        String poisoned = cases.notice();
        firm.answers(arrival -> arrival.exchangeId().equals(poisoned) ? 500 : 204);
        cases.offer(poisoned);

        List<String> others = new ArrayList<>();
        await().atMost(SOON).pollInterval(Duration.ofMillis(300)).until(() -> {
            others.add(cases.offered());
            return operator.states(poisoned).equals(List.of("PARKED"));
        });

        JsonNode parked = operator.lane(poisoned).get(0);
        assertThat(parked.required("reason").stringValue()).isEqualTo("KEEPS_FAILING_HTTP_500");
        log.evidenceVerifies(cases.centre(), evidence(poisoned));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(others)
                    .allSatisfy(other -> assertThat(operator.states(other)).containsExactly("DELIVERED"));
            assertOneAlarm(parked.required("deliveryId").stringValue());
        });
        firm.answers(204);
        retried(parked.required("deliveryId").stringValue());
        awaitStates(poisoned, "DELIVERED");
    }

    private void retried(String deliveryId) throws Exception {
        Operator.Done done = operator.retry(deliveryId);
        log.verifies(done.receipt(), done.body());
    }

    private void awaitStates(String exchange, String... states) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(operator.states(exchange)).containsExactly(states));
    }

    private void assertOneAlarm(String deliveryId) {
        List<JsonNode> standing = operator.alarms(true);
        assertThat(standing).hasSize(1);
        assertThat(standing.get(0).required("kind").stringValue()).isEqualTo("DELIVERY_PARKED");
        assertThat(standing.get(0).required("deliveryId").stringValue()).isEqualTo(deliveryId);
    }

    private String evidence(String exchange) {
        return operator.lane(exchange).get(0).path("evidenceEntryId").asString("");
    }
}
