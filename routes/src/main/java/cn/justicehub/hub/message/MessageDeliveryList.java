package cn.justicehub.hub.message;

import cn.justicehub.api.server.model.MessageDeliveries;
import cn.justicehub.hub.delivery.DeliveryViews;
import cn.justicehub.hub.problem.Refusal;
import org.springframework.stereotype.Component;

/** The deliveries of one message. */
@Component
class MessageDeliveryList {

    private final Visible visible;
    private final DeliveryViews deliveries;

    MessageDeliveryList(Visible visible, DeliveryViews deliveries) {
        this.visible = visible;
        this.deliveries = deliveries;
    }

    /**
     * One item a receiver.
     *
     * @throws Refusal 404 when the caller may not know
     */
    MessageDeliveries list(DeliveriesQuestion question) {
        return new MessageDeliveries(deliveries.ofMessage(
                visible.withDeliveries(question.caller(), question.entryId()).entry()));
    }
}
