package cn.justicehub.hub.web;

import cn.justicehub.api.server.MessagesApi;
import cn.justicehub.api.server.model.MessageDeliveries;
import cn.justicehub.api.server.model.Proof;
import cn.justicehub.hub.message.DeliveriesQuestion;
import cn.justicehub.hub.message.ProofQuestion;
import cn.justicehub.hub.message.ReceiptAnswer;
import cn.justicehub.hub.message.ReceiptQuestion;
import cn.justicehub.hub.web.HubGateway.Line;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** What became of one message. */
@RestController
class MessagesController implements MessagesApi {

    private final CurrentCaller callers;
    private final Line<ReceiptQuestion, ReceiptAnswer> receipt;
    private final Line<ProofQuestion, Proof> proof;
    private final Line<DeliveriesQuestion, MessageDeliveries> deliveries;

    MessagesController(CurrentCaller callers, HubGateway gateway) {
        this.callers = callers;
        this.receipt = gateway.to(ReceiptQuestion.ROUTE, ReceiptAnswer.class);
        this.proof = gateway.to(ProofQuestion.ROUTE, Proof.class);
        this.deliveries = gateway.to(DeliveriesQuestion.ROUTE, MessageDeliveries.class);
    }

    @Override
    public ResponseEntity<byte[]> getReceipt(String entryId) {
        ReceiptAnswer answer = receipt.ask(new ReceiptQuestion(callers.get(), entryId));
        return Responses.json(ResponseEntity.ok(), answer.receipt());
    }

    @Override
    public ResponseEntity<Proof> getProof(String entryId) {
        return ResponseEntity.ok(proof.ask(new ProofQuestion(callers.get(), entryId)));
    }

    @Override
    public ResponseEntity<MessageDeliveries> listMessageDeliveries(String entryId) {
        return ResponseEntity.ok(deliveries.ask(new DeliveriesQuestion(callers.get(), entryId)));
    }
}
