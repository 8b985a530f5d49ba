package cn.justicehub.hub.web;

import cn.justicehub.api.server.InboxApi;
import cn.justicehub.hub.commit.DeliveryState;
import cn.justicehub.hub.delivery.Acknowledgement;
import cn.justicehub.hub.inbox.InboxAnswer;
import cn.justicehub.hub.inbox.InboxQuestion;
import cn.justicehub.hub.intake.InFlight;
import cn.justicehub.hub.read.Cursor;
import cn.justicehub.hub.security.Caller;
import cn.justicehub.hub.web.HubGateway.Line;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The inbox: fetch, then acknowledge. */
@RestController
class InboxController implements InboxApi {

    private final CurrentCaller callers;
    private final InFlight inFlight;
    private final Line<InboxQuestion, InboxAnswer> read;
    private final Line<Acknowledgement, DeliveryState.State> acknowledge;

    InboxController(CurrentCaller callers, InFlight inFlight, HubGateway gateway) {
        this.callers = callers;
        this.inFlight = inFlight;
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
        Caller caller = callers.get();
        inFlight.within(caller.agency(), () -> acknowledge.ask(new Acknowledgement(caller, deliveryId)));
        return ResponseEntity.noContent().build();
    }
}
