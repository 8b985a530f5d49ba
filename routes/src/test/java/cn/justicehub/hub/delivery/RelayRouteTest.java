package cn.justicehub.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.hub.commit.LogStanding;
import cn.justicehub.hub.commit.Standings;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.testing.Defaults;
import cn.justicehub.hub.testing.RouteTest;
import cn.justicehub.hub.testing.Warnings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

class RelayRouteTest extends RouteTest {

    private static final Instant REAL = Instant.parse("2026-11-23T01:00:00Z");

    private final Leases leases = new Leases();
    private final Together together = new Together();
    private LogStanding standing = Standings.WELL;

    /** Transactions that a test may have fail. */
    private static final class Together implements TransactionOperations {

        private int begun;
        private boolean fails;

        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            begun++;
            if (fails) {
                throw new TransactionSystemException("not taken together");
            }
            return TransactionOperations.withoutTransaction().execute(action);
        }
    }

    /** Leases what a test says. */
    private static final class Leases extends DeliveryStore {

        private final List<Order> orders = new ArrayList<>();
        private final List<Long> asked = new ArrayList<>();
        private boolean broken;

        Leases() {
            super(new JdbcTemplate(), Defaults.of("hub.delivery", DeliverySettings.class));
        }

        @Override
        List<Order> lease(long realNow) {
            asked.add(realNow);
            if (broken) {
                throw Refusal.notFound();
            }
            return orders;
        }
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext camel = super.createCamelContext();
        camel.addComponent("jms", new FakeBroker("mock"));
        camel.addRoutes(new EnqueueRoute());
        return camel;
    }

    @Override
    protected RoutesBuilder route() {
        return new RelayRoute(
                new Relay(leases, () -> REAL, () -> standing.notAccepting()),
                new Sending(context().createProducerTemplate(), together));
    }

    @Test
    void eachOrderGoesToItsAgencysQueueUnderItsOwnDuplicateId() throws Exception {
        leases.orders.add(new DeliveryStore.Order("1-7-firm-01", "firm-01", 1));
        leases.orders.add(new DeliveryStore.Order("1-8-court-01", "court-01", 3));
        MockEndpoint broker = getMockEndpoint("mock:queue:hub.delivery");
        broker.expectedBodiesReceived("1-7-firm-01/1", "1-8-court-01/3");
        broker.expectedHeaderValuesReceivedInAnyOrder("_AMQ_DUPL_ID", "1-7-firm-01/1", "1-8-court-01/3");

        template.sendBody(RelayRoute.FROM, "");

        broker.assertIsSatisfied();
        assertThat(broker.getExchanges())
                .extracting(exchange -> exchange.getMessage().getHeader("CamelJmsDestinationName", String.class))
                .containsExactly("hub.delivery.firm-01", "hub.delivery.court-01");
    }

    @Test
    void theOrdersOfAnAgencyAreTakenTogetherAndThoseOfAnotherApart() throws Exception {
        leases.orders.add(new DeliveryStore.Order("1-7-firm-01", "firm-01", 1));
        leases.orders.add(new DeliveryStore.Order("1-8-court-01", "court-01", 3));
        leases.orders.add(new DeliveryStore.Order("1-9-firm-01", "firm-01", 1));
        MockEndpoint broker = getMockEndpoint("mock:queue:hub.delivery");
        broker.expectedBodiesReceived("1-7-firm-01/1", "1-9-firm-01/1", "1-8-court-01/3");

        template.sendBody(RelayRoute.FROM, "");

        broker.assertIsSatisfied();
        assertThat(together.begun).isEqualTo(2);
    }

    @Test
    void whatIsNotTakenTogetherIsSentOneByOneAndOneKeepsNoOtherBack() throws Exception {
        together.fails = true;
        leases.orders.add(new DeliveryStore.Order("1-7-firm-01", "firm-01", 1));
        leases.orders.add(new DeliveryStore.Order("1-8-firm-01", "firm-01", 3));
        MockEndpoint broker = getMockEndpoint("mock:queue:hub.delivery");
        broker.whenExchangeReceived(1, exchange -> {
            throw new IllegalStateException("had it before");
        });
        broker.expectedBodiesReceived("1-7-firm-01/1", "1-8-firm-01/3");

        template.sendBody(RelayRoute.FROM, "");

        broker.assertIsSatisfied();
    }

    @Test
    void leasesRunByRealTime() {
        template.sendBody(RelayRoute.FROM, "");

        assertThat(leases.asked).containsExactly(REAL.toEpochMilli());
    }

    @Test
    void nothingIsLeasedWhileTheDatabaseWentBack() {
        standing = Standings.WENT_BACK;

        template.sendBody(RelayRoute.FROM, "");

        assertThat(leases.asked).isEmpty();
    }

    @Test
    void nothingToCarryIsNothingSent() throws Exception {
        MockEndpoint broker = getMockEndpoint("mock:queue:hub.delivery");
        broker.expectedMessageCount(0);

        template.sendBody(RelayRoute.FROM, "");

        broker.assertIsSatisfied();
    }

    @Test
    void aFailureComesOutOfTheRouteAndIsNotLoggedByIt() {
        leases.broken = true;
        try (Warnings warnings = new Warnings()) {
            assertThatThrownBy(() -> ask(RelayRoute.FROM, "")).isInstanceOf(Refusal.class);
            assertThat(warnings.seen()).isEmpty();
        }
    }
}
