package cn.justicehub.hub.delivery;

import jakarta.jms.ConnectionFactory;
import java.util.List;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jms.connection.JmsTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends an agency's orders as one transaction of the broker, which is then forced to disk once. When that fails they are
 * sent one by one: an order that the broker does not take, or has had before, keeps no other back.
 */
@Component
class Sending {

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private final ProducerTemplate camel;
    private final TransactionOperations together;

    @Autowired
    Sending(ProducerTemplate camel, ConnectionFactory broker) {
        this(camel, new TransactionTemplate(new JmsTransactionManager(broker)));
    }

    Sending(ProducerTemplate camel, TransactionOperations together) {
        this.camel = camel;
        this.together = together;
    }

    void send(List<DeliveryStore.Order> ofAgency) {
        try {
            together.executeWithoutResult(transaction -> ofAgency.forEach(this::enqueue));
        } catch (CamelExecutionException | TransactionException e) {
            LOG.warn(
                    "{} orders are not taken together: {}",
                    ofAgency.size(),
                    e.getClass().getName());
            ofAgency.forEach(this::enqueueAlone);
        }
    }

    /** What the broker does not take is leased again when its lease is over. */
    private void enqueueAlone(DeliveryStore.Order order) {
        try {
            enqueue(order);
        } catch (CamelExecutionException e) {
            LOG.warn(
                    "order {} is not taken: {}",
                    order.duplicateId(),
                    e.getClass().getName());
        }
    }

    private void enqueue(DeliveryStore.Order order) {
        camel.sendBody(EnqueueRoute.FROM, order);
    }
}
