package cn.justicehub.hub.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.hub.start.CannotStartException;
import cn.justicehub.hub.testing.Defaults;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSSecurityRuntimeException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    private static final String QUEUE = "hub.delivery.A-1";
    private static final BrokerProperties PROPERTIES = Defaults.of("hub.broker", BrokerProperties.class);

    @TempDir
    Path folder;

    @Test
    void keeps_messages_over_a_restart() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, PROPERTIES);
                JMSContext context = broker.connectionFactory().createContext()) {
            context.createProducer().send(context.createQueue(QUEUE), "work");
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, PROPERTIES);
                JMSContext context = broker.connectionFactory().createContext()) {
            assertThat(context.createConsumer(context.createQueue(QUEUE)).receiveBody(String.class, 5_000))
                    .isEqualTo("work");
        }
    }

    @Test
    void lets_nobody_in_without_its_password() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, PROPERTIES);
                ActiveMQConnectionFactory own = (ActiveMQConnectionFactory) broker.connectionFactory()) {
            try (ActiveMQConnectionFactory stranger =
                    new ActiveMQConnectionFactory(own.toURI().toString())) {
                assertThatThrownBy(stranger::createContext).isInstanceOf(JMSSecurityRuntimeException.class);
            }
        }
    }

    @Test
    void a_journal_that_cannot_be_written_stops_the_start() throws Exception {
        Path file = Files.createFile(folder.resolve("not-a-directory"));

        assertThatThrownBy(() -> EmbeddedBroker.start(file, PROPERTIES)).isInstanceOf(CannotStartException.class);
    }
}
