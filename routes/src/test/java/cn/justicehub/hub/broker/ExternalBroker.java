package cn.justicehub.hub.broker;

import java.nio.file.Path;
import java.util.Map;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** An Artemis server that belongs to no hub, at a TCP port. */
public final class ExternalBroker implements AutoCloseable {

    private final EmbeddedActiveMQ server;
    private final int port;

    private ExternalBroker(EmbeddedActiveMQ server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts it, set up as the README tells operators.
     *
     * @param folder of its journal
     */
    public static ExternalBroker start(Path folder, int port) throws Exception {
        ConfigurationImpl settings = new ConfigurationImpl();
        settings.setName("external")
                .setPersistenceEnabled(true)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setJournalDirectory(folder.resolve("journal").toString())
                .setLargeMessagesDirectory(folder.resolve("large-messages").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setJournalType(JournalType.NIO);
        settings.addAcceptorConfiguration(new TransportConfiguration(
                NettyAcceptorFactory.class.getName(),
                Map.of(TransportConstants.HOST_PROP_NAME, "127.0.0.1", TransportConstants.PORT_PROP_NAME, port),
                "tcp"));
        settings.addAddressSetting(
                "hub.#",
                new AddressSettings()
                        .setDefaultAddressRoutingType(RoutingType.ANYCAST)
                        .setDefaultQueueRoutingType(RoutingType.ANYCAST)
                        .setAutoDeleteAddresses(false)
                        .setAutoDeleteQueues(false)
                        .setMaxDeliveryAttempts(1));
        EmbeddedActiveMQ server = new EmbeddedActiveMQ().setConfiguration(settings);
        server.start();
        return new ExternalBroker(server, port);
    }

    /** What a hub has to be told. */
    public Map<String, String> settings() {
        return Map.of("hub.broker.url", "tcp://127.0.0.1:" + port);
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
