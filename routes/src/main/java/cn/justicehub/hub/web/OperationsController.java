package cn.justicehub.hub.web;

import cn.justicehub.api.server.OperationsApi;
import cn.justicehub.api.server.model.AlarmPage;
import cn.justicehub.api.server.model.DeliveryPage;
import cn.justicehub.api.server.model.DeliveryState;
import cn.justicehub.hub.delivery.OperatorRequest;
import cn.justicehub.hub.delivery.OperatorRequest.Decision;
import cn.justicehub.hub.intake.Answer;
import cn.justicehub.hub.operations.AlarmListQuestion;
import cn.justicehub.hub.operations.DeliveryListQuestion;
import cn.justicehub.hub.read.Cursor;
import cn.justicehub.hub.web.HubGateway.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Operations: what stands still, and what a person decides about it. */
@RestController
class OperationsController implements OperationsApi {

    private final CurrentCaller callers;
    private final Line<DeliveryListQuestion, DeliveryPage> deliveries;
    private final Line<AlarmListQuestion, AlarmPage> alarms;
    private final Line<OperatorRequest, Answer> decide;

    OperationsController(CurrentCaller callers, HubGateway gateway) {
        this.callers = callers;
        this.deliveries = gateway.to(DeliveryListQuestion.ROUTE, DeliveryPage.class);
        this.alarms = gateway.to(AlarmListQuestion.ROUTE, AlarmPage.class);
        this.decide = gateway.to(OperatorRequest.ROUTE, Answer.class);
    }

    @Override
    public ResponseEntity<DeliveryPage> listDeliveries(
            @Nullable DeliveryState state,
            @Nullable String agency,
            @Nullable String reason,
            @Nullable String cursor,
            Integer limit) {
        return ResponseEntity.ok(
                deliveries.ask(new DeliveryListQuestion(state, agency, reason, Cursor.read(cursor), limit)));
    }

    @Override
    public ResponseEntity<AlarmPage> listAlarms(@Nullable Boolean open, @Nullable String cursor, Integer limit) {
        return ResponseEntity.ok(alarms.ask(new AlarmListQuestion(open, Cursor.read(cursor), limit)));
    }

    @Override
    public ResponseEntity<byte[]> retryDelivery(String deliveryId, byte[] body) {
        return decided(deliveryId, Decision.RETRY, body);
    }

    @Override
    public ResponseEntity<byte[]> giveUpDelivery(String deliveryId, byte[] body) {
        return decided(deliveryId, Decision.GIVE_UP, body);
    }

    private ResponseEntity<byte[]> decided(String deliveryId, Decision decision, byte[] body) {
        return Responses.receipt(decide.ask(new OperatorRequest(callers.get(), deliveryId, decision, body)));
    }
}
