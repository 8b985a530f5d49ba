package cn.justicehub.hub.broker;

import cn.justicehub.hub.start.CannotStartException;
import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** An Artemis broker inside this process, reachable from this process only, with a durable journal. */
final class EmbeddedBroker implements AutoCloseable {

    private static final AtomicInteger IDS = new AtomicInteger();

    private final EmbeddedActiveMQ broker;
    private final int id;
    private final HubOnly door;

    private EmbeddedBroker(EmbeddedActiveMQ broker, int id, HubOnly door) {
        this.broker = broker;
        this.id = id;
        this.door = door;
    }

    /**
     * Starts a broker whose journal lies in a directory.
     *
     * @throws CannotStartException when it does not become active in time (Artemis itself would only log that)
     */
    static EmbeddedBroker start(Path directory, BrokerProperties properties) {
        int id = IDS.incrementAndGet();
        HubOnly door = HubOnly.withFreshPassword();
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ()
                .setConfiguration(BrokerSettings.embedded(directory, id, properties))
                .setSecurityManager(door);
        AtomicReference<Exception> failure = new AtomicReference<>();
        try {
            broker.start();
            ActiveMQServer server = broker.getActiveMQServer();
            server.registerActivationFailureListener(failure::set);
            if (!server.waitForActivation(properties.startTimeout().toMillis(), TimeUnit.MILLISECONDS)
                    || !server.isActive()) {
                broker.stop();
                throw new CannotStartException("the embedded broker in " + directory + " did not become active"
                        + (failure.get() == null ? "" : ": " + failure.get().getMessage()));
            }
        } catch (CannotStartException e) {
            throw e;
        } catch (Exception e) {
            throw new CannotStartException("the embedded broker in " + directory + " failed: " + e.getMessage(), e);
        }
        return new EmbeddedBroker(broker, id, door);
    }

    ConnectionFactory connectionFactory() {
        return new ActiveMQConnectionFactory("vm://" + id, HubOnly.USER, door.password());
    }

    @Override
    public void close() throws Exception {
        broker.stop();
    }
}
