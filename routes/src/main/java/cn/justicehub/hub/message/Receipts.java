package cn.justicehub.hub.message;

import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.read.MessageStore;
import org.springframework.stereotype.Component;

/** Receipts, once more. */
@Component
class Receipts {

    private final Visible visible;
    private final MessageStore messages;

    Receipts(Visible visible, MessageStore messages) {
        this.visible = visible;
        this.messages = messages;
    }

    /**
     * The receipt.
     *
     * @throws Refusal 404 when the caller may not have it, 410 when it was erased
     */
    ReceiptAnswer find(ReceiptQuestion question) {
        return new ReceiptAnswer(messages.receipt(
                visible.withReceipt(question.caller(), question.entryId()).entry()));
    }
}
