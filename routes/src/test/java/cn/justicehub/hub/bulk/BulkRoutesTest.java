package cn.justicehub.hub.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.api.server.model.BulkDecision;
import cn.justicehub.api.server.model.BulkDeliveryPage;
import cn.justicehub.api.server.model.BulkOperation;
import cn.justicehub.api.server.model.BulkOperationPage;
import cn.justicehub.api.server.model.BulkState;
import cn.justicehub.hub.commit.MemoryCommitter;
import cn.justicehub.hub.commit.RecordPreparation;
import cn.justicehub.hub.commit.SystemExchange;
import cn.justicehub.hub.crypto.ExchangeKeys;
import cn.justicehub.hub.crypto.IndexKey;
import cn.justicehub.hub.crypto.MasterKey;
import cn.justicehub.hub.delivery.TestParked;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.read.Cursor;
import cn.justicehub.hub.security.Caller;
import cn.justicehub.hub.testing.Defaults;
import cn.justicehub.hub.testing.RouteTest;
import cn.justicehub.hub.testing.Routes;
import cn.justicehub.hub.testing.Warnings;
import cn.justicehub.hub.time.WireTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.camel.RoutesBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Each route alone: what it hands on, what comes back, and that refusals come out as they are. */
class BulkRoutesTest extends RouteTest {

    private static final UUID ID = new UUID(1, 1);
    private static final String ASKED = "direct:bulk-step";
    private static final BulkStore STORE =
            new BulkStore(new JdbcTemplate(), TransactionOperations.withoutTransaction());
    private static final BulkRecords RECORDS = new BulkRecords(
            new MemoryCommitter(0),
            new RecordPreparation(new IndexKey("index-1", new byte[32])),
            new SystemExchange(new ExchangeKeys(new JdbcTemplate(), new MasterKey("master-1", new byte[16]))));

    private static final BulkViews NO_VIEWS = new BulkViews(STORE, RECORDS);

    private final List<Object> asked = new ArrayList<>();
    private boolean refusing;

    private BulkOperation took(Object question) {
        if (refusing) {
            throw Refusal.notFound();
        }
        asked.add(question);
        return new BulkOperation(
                ID.toString(),
                BulkDecision.RETRY,
                BulkState.RUNNING,
                "执行中",
                "bureau-a",
                "o-1",
                WireTime.of(0),
                3,
                1,
                1,
                0);
    }

    private final BulkOperations operations =
            new BulkOperations(
                    STORE,
                    RECORDS,
                    NO_VIEWS,
                    TestParked.none(),
                    Defaults.of("hub.operations", BulkSettings.class),
                    () -> Instant.EPOCH) {
                @Override
                BulkOperation start(BulkQuestion.Start question) {
                    return took(question);
                }
            };

    private final BulkDecisions decisions = new BulkDecisions(STORE, RECORDS, NO_VIEWS, () -> Instant.EPOCH) {
        @Override
        BulkOperation approve(BulkQuestion.Decide question) {
            return took("approve " + question.operationId());
        }

        @Override
        BulkOperation stop(BulkQuestion.Decide question) {
            return took("stop " + question.operationId());
        }
    };

    private final BulkViews views = new BulkViews(STORE, RECORDS) {
        @Override
        BulkOperation show(BulkQuestion.Show question) {
            return took(question);
        }

        @Override
        BulkOperationPage list(BulkQuestion.Newest question) {
            return new BulkOperationPage(List.of(took(question)));
        }

        @Override
        BulkDeliveryPage items(BulkQuestion.Items question) {
            took(question);
            return new BulkDeliveryPage(List.of());
        }
    };

    private final BulkCarrier carrier =
            new BulkCarrier(
                    STORE,
                    RECORDS,
                    NO_VIEWS,
                    TestParked.none(),
                    Defaults.of("hub.operations", BulkSettings.class),
                    () -> Instant.EPOCH,
                    InstantSource.system()) {
                @Override
                List<UUID> find() {
                    return List.of(ID, new UUID(2, 2));
                }

                @Override
                void step(UUID operationId) {
                    took(operationId);
                }
            };

    @Override
    protected RoutesBuilder route() {
        return new BulkStartRoute(operations);
    }

    @BeforeEach
    void others() throws Exception {
        context.addRoutes(new BulkApproveRoute(decisions));
        context.addRoutes(new BulkStopRoute(decisions));
        context.addRoutes(new BulkShowRoute(views));
        context.addRoutes(new BulkListRoute(views));
        context.addRoutes(new BulkItemsRoute(views));
        BulkCarryRoute carry = new BulkCarryRoute(carrier);
        context.addRoutes(carry);
        askedAt(context, "bulk", ASKED);
        asked.clear();
    }

    @Test
    void eachQuestionReachesItsStepAndComesBackAnswered() {
        Caller caller = Routes.caller("bureau-a", Caller.ADMIN);
        BulkQuestion.Start start = new BulkQuestion.Start(caller, new byte[0]);
        BulkQuestion.Decide decide = new BulkQuestion.Decide(caller, ID, new byte[0]);
        BulkQuestion.Show show = new BulkQuestion.Show(ID);
        BulkQuestion.Newest newest = new BulkQuestion.Newest(Cursor.START, 10);
        BulkQuestion.Items items = new BulkQuestion.Items(ID, Cursor.START, 10);

        assertThat(ask(BulkQuestion.START, start)).isInstanceOf(BulkOperation.class);
        assertThat(ask(BulkQuestion.APPROVE, decide)).isInstanceOf(BulkOperation.class);
        assertThat(ask(BulkQuestion.STOP, decide)).isInstanceOf(BulkOperation.class);
        assertThat(ask(BulkQuestion.SHOW, show)).isInstanceOf(BulkOperation.class);
        assertThat(ask(BulkQuestion.LIST, newest)).isInstanceOf(BulkOperationPage.class);
        assertThat(ask(BulkQuestion.ITEMS, items)).isInstanceOf(BulkDeliveryPage.class);
        assertThat(asked).containsExactly(start, "approve " + ID, "stop " + ID, show, newest, items);
    }

    @Test
    void everyOperationThatWantsOneGetsAStep() {
        template.sendBody(ASKED, "");

        assertThat(asked).containsExactly(ID, new UUID(2, 2));
    }

    @Test
    void refusalsComeOutAndAreNotLoggedByTheRoute() {
        refusing = true;
        try (Warnings warnings = new Warnings()) {
            for (String uri : List.of(BulkQuestion.SHOW, ASKED)) {
                assertThatThrownBy(() -> ask(uri, new BulkQuestion.Show(ID))).isInstanceOf(Refusal.class);
            }
            assertThat(warnings.seen()).isEmpty();
        }
    }
}
