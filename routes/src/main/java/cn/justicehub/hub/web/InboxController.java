package cn.justicehub.hub.web;

import cn.justicehub.api.server.InboxApi;
import cn.justicehub.hub.commit.DeliveryState;
import cn.justicehub.hub.delivery.Acknowledgement;
import cn.justicehub.hub.inbox.InboxAnswer;
import cn.justicehub.hub.inbox.InboxQuestion;
import cn.justicehub.hub.read.Cursor;
import cn.justicehub.hub.web.HubGateway.Line;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The inbox: fetch, then acknowledge. */
@RestController
class InboxController implements InboxApi {

    private final CurrentCaller callers;
    private final Line<InboxQuestion, InboxAnswer> read;
    private final Line<Acknowledgement, DeliveryState.State> acknowledge;

    InboxController(CurrentCaller callers, HubGateway gateway) {
        this.callers = callers;
        this.read = gateway.to(InboxQuestion.ROUTE, InboxAnswer.class);
        this.acknowledge = gateway.to(Acknowledgement.ROUTE, DeliveryState.State.class);
    }

    @Override
    public ResponseEntity<byte[]> readInbox(@Nullable String cursor, Integer wait, Integer limit) {
        InboxAnswer answer =
                read.ask(new InboxQuestion(callers.get(), Cursor.read(cursor), limit, Duration.ofSeconds(wait)));
        return Responses.json(ResponseEntity.ok(), answer.page());
    }

    @Override
    public ResponseEntity<Void> ackDelivery(String deliveryId) {
        acknowledge.ask(new Acknowledgement(callers.get(), deliveryId));
        return ResponseEntity.noContent().build();
    }
}
