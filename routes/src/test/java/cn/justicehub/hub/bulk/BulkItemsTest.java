package cn.justicehub.hub.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.api.server.model.BulkDelivery;
import cn.justicehub.api.server.model.BulkDeliveryPage;
import cn.justicehub.api.server.model.BulkOutcome;
import cn.justicehub.hub.bulk.BulkItem.Outcome;
import cn.justicehub.hub.bulk.BulkOperation.State;
import cn.justicehub.hub.commit.MemoryCommitter;
import cn.justicehub.hub.commit.RecordPreparation;
import cn.justicehub.hub.commit.SystemExchange;
import cn.justicehub.hub.crypto.ExchangeKeys;
import cn.justicehub.hub.crypto.IndexKey;
import cn.justicehub.hub.crypto.MasterKey;
import cn.justicehub.hub.database.SharedDatabase;
import cn.justicehub.hub.delivery.OperatorRequest.Decision;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.read.Cursor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** What became of the deliveries of an operation. */
class BulkItemsTest {

    private static final UUID ID = new UUID(1, 1);

    private final JdbcTemplate jdbc = new JdbcTemplate(SharedDatabase.fresh());
    private final BulkStore store = new BulkStore(jdbc, TransactionOperations.withoutTransaction());
    private final BulkViews views = new BulkViews(
            store,
            new BulkRecords(
                    new MemoryCommitter(0),
                    new RecordPreparation(new IndexKey("index-1", new byte[32])),
                    new SystemExchange(new ExchangeKeys(jdbc, new MasterKey("master-1", new byte[16])))));

    private void add(UUID operationId, String... deliveryIds) {
        store.add(
                new BulkOperation(
                        operationId,
                        0,
                        Decision.RETRY,
                        "bureau-a",
                        "o-1",
                        UUID.randomUUID(),
                        new byte[0],
                        false,
                        State.ASKED,
                        0,
                        null,
                        null,
                        null,
                        null,
                        new BulkOperation.Counts(deliveryIds.length, 0, 0, 0)),
                List.of(deliveryIds));
    }

    private BulkDeliveryPage page(@Nullable String cursor, int limit) {
        return views.items(new BulkQuestion.Items(ID, Cursor.read(cursor), limit));
    }

    @Test
    void eachIsShownWithItsOutcomeAndWhyNothingWasDone() {
        add(ID, "1-4-d", "1-1-a", "1-3-c", "1-2-b");
        add(new UUID(2, 2), "1-9-other");
        jdbc.update("update bulk_operation set state = 'RUNNING'");
        store.outcome(ID, new BulkItem("1-1-a", Outcome.DONE, null));
        store.outcome(ID, new BulkItem("1-2-b", Outcome.SKIPPED, "E-STATE"));
        store.outcome(ID, new BulkItem("1-3-c", Outcome.FAILED, "UNREADABLE"));
        store.outcome(ID, new BulkItem("1-3-c", Outcome.DONE, null)); // what was noted first counts

        BulkDeliveryPage first = page(null, 3);
        assertThat(first.getItems())
                .containsExactly(
                        new BulkDelivery("1-1-a", BulkOutcome.DONE, "已办"),
                        new BulkDelivery("1-2-b", BulkOutcome.SKIPPED, "跳过").reason("E-STATE"),
                        new BulkDelivery("1-3-c", BulkOutcome.FAILED, "未予办理").reason("UNREADABLE"));

        BulkDeliveryPage second = page(first.getNextCursor(), 3);
        assertThat(second.getItems()).containsExactly(new BulkDelivery("1-4-d", BulkOutcome.WAITING, "待办"));
        assertThat(second.getNextCursor()).isNull();
    }

    @Test
    void whatIsNotThereOrNotRecordedYetIsNotShown() {
        assertThatThrownBy(() -> page(null, 3))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(404));

        add(ID, "1-1-a");

        assertThatThrownBy(() -> page(null, 3))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(404));
    }
}
