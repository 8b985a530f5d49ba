package cn.justicehub.hub.web;

import cn.justicehub.api.server.BulkApi;
import cn.justicehub.api.server.model.BulkDeliveryPage;
import cn.justicehub.api.server.model.BulkOperation;
import cn.justicehub.api.server.model.BulkOperationPage;
import cn.justicehub.hub.bulk.BulkQuestion;
import cn.justicehub.hub.read.Cursor;
import cn.justicehub.hub.web.HubGateway.Line;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** What operators decide about many parked deliveries at once. */
@RestController
class BulkController implements BulkApi {

    private final CurrentCaller callers;
    private final Line<BulkQuestion.Start, BulkOperation> start;
    private final Line<BulkQuestion.Decide, BulkOperation> approve;
    private final Line<BulkQuestion.Decide, BulkOperation> stop;
    private final Line<BulkQuestion.Show, BulkOperation> show;
    private final Line<BulkQuestion.Items, BulkDeliveryPage> items;
    private final Line<BulkQuestion.Newest, BulkOperationPage> list;

    BulkController(CurrentCaller callers, HubGateway gateway) {
        this.callers = callers;
        this.start = gateway.to(BulkQuestion.START, BulkOperation.class);
        this.approve = gateway.to(BulkQuestion.APPROVE, BulkOperation.class);
        this.stop = gateway.to(BulkQuestion.STOP, BulkOperation.class);
        this.show = gateway.to(BulkQuestion.SHOW, BulkOperation.class);
        this.items = gateway.to(BulkQuestion.ITEMS, BulkDeliveryPage.class);
        this.list = gateway.to(BulkQuestion.LIST, BulkOperationPage.class);
    }

    @Override
    public ResponseEntity<BulkOperation> startOperation(byte[] body) {
        return ResponseEntity.ok(start.ask(new BulkQuestion.Start(callers.get(), body)));
    }

    @Override
    public ResponseEntity<BulkOperation> approveOperation(String operationId, byte[] body) {
        return ResponseEntity.ok(
                approve.ask(new BulkQuestion.Decide(callers.get(), UUID.fromString(operationId), body)));
    }

    @Override
    public ResponseEntity<BulkOperation> stopOperation(String operationId, byte[] body) {
        return ResponseEntity.ok(stop.ask(new BulkQuestion.Decide(callers.get(), UUID.fromString(operationId), body)));
    }

    @Override
    public ResponseEntity<BulkOperation> getOperation(String operationId) {
        return ResponseEntity.ok(show.ask(new BulkQuestion.Show(UUID.fromString(operationId))));
    }

    @Override
    public ResponseEntity<BulkDeliveryPage> listOperationDeliveries(
            String operationId, @Nullable String cursor, Integer limit) {
        return ResponseEntity.ok(
                items.ask(new BulkQuestion.Items(UUID.fromString(operationId), Cursor.read(cursor), limit)));
    }

    @Override
    public ResponseEntity<BulkOperationPage> listOperations(@Nullable String cursor, Integer limit) {
        return ResponseEntity.ok(list.ask(new BulkQuestion.Newest(Cursor.read(cursor), limit)));
    }
}
