package cn.justicehub.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.connectors.agency.Agency;
import cn.justicehub.connectors.push.PushMessage;
import cn.justicehub.connectors.push.PushOutcome;
import cn.justicehub.connectors.push.PushSender;
import cn.justicehub.hub.commit.DeliveryState;
import cn.justicehub.hub.commit.DeliveryState.Mode;
import cn.justicehub.hub.commit.DeliveryState.State;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.commit.LogStanding;
import cn.justicehub.hub.commit.MemoryCommitter;
import cn.justicehub.hub.commit.RecordPreparation;
import cn.justicehub.hub.commit.Standings;
import cn.justicehub.hub.crypto.ExchangeKeys;
import cn.justicehub.hub.crypto.IndexKey;
import cn.justicehub.hub.crypto.MasterKey;
import cn.justicehub.hub.definitions.NotLoadableHere;
import cn.justicehub.hub.engine.ClockKeeper;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.read.Exchanges;
import cn.justicehub.hub.read.MessageItems;
import cn.justicehub.hub.read.MessageStore;
import cn.justicehub.hub.testing.Defaults;
import cn.justicehub.hub.testing.FakeCatalogue;
import cn.justicehub.hub.testing.RouteTest;
import cn.justicehub.hub.time.CalendarFiles;
import cn.justicehub.hub.time.StatutoryClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

class DispatchRoutesTest extends RouteTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final String ID = "1-7-firm-01";
    private static final String QUEUE = "direct:queue:hub.delivery.firm-01";

    private final Map<String, DeliveryState> rows = new HashMap<>();
    private final List<String> pushed = new ArrayList<>();
    private final List<Dispatch.Carried> settled = new ArrayList<>();
    private PushOutcome outcome = new PushOutcome.Delivered(202);
    private boolean erased;
    private boolean foreign;
    private boolean paused;
    private LogStanding standing = Standings.WELL;
    private final List<String> released = new ArrayList<>();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext camel = super.createCamelContext();
        camel.addComponent("jms", new FakeBroker("direct"));
        return camel;
    }

    @Override
    protected RoutesBuilder route() {
        return new DispatchRoutes(new Dispatch(
                deliveries(),
                items(),
                new FakeCatalogue(),
                sender(),
                settlement(),
                () -> NOW,
                () -> NOW,
                () -> standing.notAccepting()));
    }

    @BeforeEach
    void instantiate() {
        TemplatedRouteBuilder.builder(context, DispatchRoutes.TEMPLATE)
                .routeId("dispatch-firm-01")
                .parameter("agency", "firm-01")
                .parameter("consumers", 4)
                .add();
    }

    private DeliveryStore deliveries() {
        return new DeliveryStore(new JdbcTemplate(), Defaults.of("hub.delivery", DeliverySettings.class)) {
            @Override
            @Nullable
            DeliveryState find(String deliveryId) {
                return rows.get(deliveryId);
            }

            @Override
            @Nullable
            DeliveryState take(Order order, Duration timeout, long realNow, long businessNow) {
                assertThat(timeout).as("of the agency").isEqualTo(Duration.ofSeconds(2));
                return paused ? null : rows.get(order.deliveryId());
            }

            @Override
            void release(Order order) {
                released.add(order.duplicateId());
            }
        };
    }

    private MessageItems items() {
        return new MessageItems(new MessageStore(new JdbcTemplate(), keys()), new FakeCatalogue()) {
            @Override
            public byte[] bytes(DeliveryState delivery, EntryId entry) {
                if (foreign) {
                    throw new NotLoadableHere("0", new IllegalArgumentException("of a later release"));
                }
                if (erased) {
                    throw Refusal.of(410, "E-NOTFOUND", "", "已销毁", "erased");
                }
                return ("item " + entry).getBytes(StandardCharsets.UTF_8);
            }
        };
    }

    private static ExchangeKeys keys() {
        return new ExchangeKeys(new JdbcTemplate(), new MasterKey("master-1", new byte[16]));
    }

    private PushSender sender() {
        return new PushSender() {
            @Override
            public PushOutcome push(Agency agency, PushMessage message) {
                pushed.add(agency.code() + " " + message.deliveryId() + " "
                        + new String(message.body(), StandardCharsets.UTF_8));
                return outcome;
            }

            @Override
            public void close() {}
        };
    }

    private Settlement settlement() {
        DeliverySettings settings = Defaults.of("hub.delivery", DeliverySettings.class);
        DeliveryRecords records = new DeliveryRecords(
                new MemoryCommitter(0),
                new RecordPreparation(new IndexKey("index-1", new byte[32])),
                keys(),
                new FakeCatalogue(),
                new ClockKeeper(new StatutoryClock(CalendarFiles.builtIn())),
                new Exchanges(new JdbcTemplate()));
        return new Settlement(
                deliveries(),
                new AgencyChannels(new JdbcTemplate(), new TransactionTemplate(), settings),
                records,
                () -> NOW) {
            @Override
            void settle(Dispatch.Carried carried) {
                settled.add(carried);
            }
        };
    }

    private void row(State state, int attempt) {
        rows.put(
                ID,
                new DeliveryState(
                        ID,
                        new EntryId(1, 7).number(),
                        new UUID(7, 7),
                        "firm-01",
                        Mode.PUSH,
                        state,
                        0,
                        attempt,
                        0,
                        0,
                        null,
                        null,
                        null,
                        null,
                        null,
                        0));
    }

    @Test
    void anOrderIsLoadedPushedAndSettled() {
        row(State.LEASED, 2);

        template.sendBody(QUEUE, ID + "/2");

        assertThat(pushed).containsExactly("firm-01 " + ID + " item 1-7");
        assertThat(settled).singleElement().satisfies(carried -> {
            assertThat(carried.outcome()).isEqualTo(outcome);
            assertThat(carried.load().order()).isEqualTo(new DeliveryStore.Order(ID, "firm-01", 2));
            assertThat(carried.businessAt()).isEqualTo(NOW.toEpochMilli());
        });
    }

    @Test
    void anOrderOfAnAgencyThatWasPausedMeanwhileIsGivenBack() {
        row(State.LEASED, 2);
        paused = true;

        template.sendBody(QUEUE, ID + "/2");

        assertThat(pushed).isEmpty();
        assertThat(settled).isEmpty();
        assertThat(released).containsExactly(ID + "/2");
    }

    @Test
    void nothingLeavesWhileTheDatabaseWentBack() {
        row(State.LEASED, 2);
        standing = Standings.WENT_BACK;

        template.sendBody(QUEUE, ID + "/2");

        assertThat(pushed).isEmpty();
        assertThat(released).isEmpty();
    }

    @Test
    void aFailedAttemptIsSettledToo() {
        row(State.LEASED, 1);
        outcome = new PushOutcome.AgencyFault("CONNECT", null);

        template.sendBody(QUEUE, ID + "/1");

        assertThat(settled)
                .singleElement()
                .extracting(Dispatch.Carried::outcome)
                .isEqualTo(outcome);
    }

    @Test
    void anOrderWhoseAttemptIsNotTheRowsIsDiscarded() {
        row(State.LEASED, 2);

        template.sendBody(QUEUE, ID + "/1");
        template.sendBody(QUEUE, ID + "/3");

        assertThat(pushed).isEmpty();
        assertThat(settled).isEmpty();
    }

    @Test
    void anOrderOfADeliveryThatIsNotBeingCarriedIsDiscarded() {
        for (State state : List.of(State.QUEUED, State.DELIVERED, State.PARKED, State.GIVEN_UP)) {
            row(state, 1);
            template.sendBody(QUEUE, ID + "/1");
        }
        template.sendBody(QUEUE, "1-9-firm-01/1");

        assertThat(pushed).isEmpty();
        assertThat(settled).isEmpty();
    }

    @Test
    void whatOnlyALaterReleaseCanReadIsGivenBackForItToCarry() {
        row(State.LEASED, 1);
        foreign = true;

        ask(QUEUE, ID + "/1");

        assertThat(pushed).isEmpty();
        assertThat(settled).isEmpty();
        assertThat(released).containsExactly(ID + "/1");
    }

    @Test
    void whatCannotBeMadeIsTheFaultOfTheMessageAndIsNotSent() {
        row(State.LEASED, 1);
        erased = true;
        ask(QUEUE, ID + "/1");
        assertThat(pushed).isEmpty();
        assertThat(settled)
                .singleElement()
                .satisfies(
                        carried -> assertThat(carried.outcome()).isEqualTo(new PushOutcome.MessageFault("UNREADABLE")));
    }
}
