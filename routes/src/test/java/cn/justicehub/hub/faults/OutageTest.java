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
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A receiver that is down, for however long: nothing is parked, one alarm stands, and all comes in order afterwards. */
class OutageTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    /** More failures than would be a message's own fault if the receiver answered others. */
    private static final int MANY = 6;

    private final HubUnderTest hub = HubUnderTest.start(Map.of(
            "hub.delivery.lease", "5s",
            "hub.delivery.sweep", "100ms",
            "hub.delivery.backoff", "50ms",
            "hub.delivery.longest-backoff", "300ms"));

    private final SandboxHome home = hub.bean(SandboxHome.class);
    private final Operator operator = new Operator(hub);
    private final Cases cases = new Cases(home, hub.uri(""));
    private final FirmSink firm = FirmSink.off(home);

    @AfterEach
    void check() throws Exception {
        try (hub;
                firm) {
            Receipts.verify(hub, cases.accepted());
            new LogCheck(hub).isWhole();
            assertThat(firm.forgeries()).isEmpty();
        }
    }

    @Test
    void longOutageParksNothingAndEverythingComesInOrder() throws Exception {
        List<String> exchanges = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            exchanges.add(cases.offered());
        }
        cases.register(exchanges.get(0));
        cases.withdraw(exchanges.get(0));
        cases.withdraw(exchanges.get(1));
        await().atMost(SOON).until(() -> attempts() >= MANY);
        JsonNode alarm = onlyAlarm();

        firm.answers(503);
        firm.listen();
        long before = attempts();
        await().atMost(SOON).until(() -> firm.arrivals().size() >= MANY && attempts() >= before + MANY);
        String exchange = cases.offered();
        exchanges.add(exchange);

        assertThat(operator.toFirm())
                .extracting(one -> one.required("state").stringValue())
                .isSubsetOf("WAITING", "LEASED");
        assertThat(onlyAlarm()).isEqualTo(alarm);
        firm.answers(204);
        awaitAllDelivered();
        assertThat(firm.lane(exchanges.get(0))).containsExactly("offer", "register", "withdraw");
        assertThat(firm.lane(exchanges.get(1))).containsExactly("offer", "withdraw");
        assertThat(exchanges.subList(2, 5))
                .allSatisfy(one -> assertThat(firm.lane(one)).containsExactly("offer"));
        assertThat(onlyAlarm().path("clearedAt").isString()).isTrue();
        assertThat(operator.alarms(true)).isEmpty();
    }

    /** The second machine behind the agency's balancer comes up later than the first. */
    @Test
    void failureJustAfterAnOutageIsNotTheMessagesFault() throws Exception {
        firm.answers(503);
        firm.listen();
        String late = cases.offered();
        List<String> others = List.of(cases.offered(), cases.offered(), cases.offered());
        await().atMost(SOON).until(() -> arrived(late) >= MANY);

        firm.answers(new LateMachine(late, others)::status);

        awaitAllDelivered();
        assertThat(operator.alarms(false))
                .extracting(one -> one.required("kind").stringValue())
                .containsOnly("AGENCY_DOWN");
    }

    /** Lets one exchange's message wait until the others' were taken, and then refuses it once more. */
    private final class LateMachine {

        private final String late;
        private final List<String> others;
        private final AtomicBoolean refused = new AtomicBoolean();

        LateMachine(String late, List<String> others) {
            this.late = late;
            this.others = others;
        }

        int status(FirmSink.Arrival arrival) {
            if (!arrival.exchangeId().equals(late)) {
                return 204;
            }
            await().atMost(SOON).until(() -> others.stream().allMatch(this::delivered));
            return refused.compareAndSet(false, true) ? 503 : 204;
        }

        private boolean delivered(String exchange) {
            return operator.states(exchange).equals(List.of("DELIVERED"));
        }
    }

    private long arrived(String exchange) {
        return firm.arrivals().stream()
                .filter(one -> one.exchangeId().equals(exchange))
                .count();
    }

    private void awaitAllDelivered() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(operator.toFirm())
                        .allSatisfy(one ->
                                assertThat(one.required("state").stringValue()).isEqualTo("DELIVERED")));
    }

    /** Attempts so far at the delivery that was tried most often. */
    private long attempts() {
        return operator.toFirm().stream()
                .mapToLong(one -> one.required("attempt").asLong())
                .max()
                .orElse(0);
    }

    private JsonNode onlyAlarm() {
        List<JsonNode> all = operator.alarms(false);
        assertThat(all).hasSize(1);
        assertThat(all.get(0).required("kind").stringValue()).isEqualTo("AGENCY_DOWN");
        return all.get(0);
    }
}
