package cn.justicehub.hub.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.invm.TransportConstants;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.utils.critical.CriticalAnalyzerPolicy;

/** How the embedded broker is set up. */
final class BrokerSettings {

    private static final String HUB_QUEUES = "hub.#";
    /** An address without a queue: what nobody could consume is dropped, and the delivery row sends it again. */
    private static final SimpleString NOWHERE = SimpleString.of("hub.nowhere");
    /** A full disk stops the database as well, which says so; the broker need not stop much earlier. */
    private static final int MAX_DISK_USAGE_PERCENT = 97;

    private BrokerSettings() {}

    static Configuration embedded(Path directory, int id, BrokerProperties properties) {
        ConfigurationImpl settings = new ConfigurationImpl();
        settings.setName("hub-" + id)
                .setPersistenceEnabled(true)
                .setSecurityEnabled(true)
                .setJMXManagementEnabled(false)
                .setMaxDiskUsage(MAX_DISK_USAGE_PERCENT)
                .setGlobalMaxSize(properties.maxMemory().toBytes())
                .setCriticalAnalyzerPolicy(CriticalAnalyzerPolicy.LOG);
        journal(settings, directory, properties);
        settings.addAcceptorConfiguration(new TransportConfiguration(
                InVMAcceptorFactory.class.getName(), Map.of(TransportConstants.SERVER_ID_PROP_NAME, id), "in-vm"));
        settings.addAddressSetting(HUB_QUEUES, queues());
        settings.putSecurityRoles("#", Set.of(everything()));
        return settings;
    }

    /** NIO, which is the same on every machine; each commit is forced to disk. */
    private static void journal(ConfigurationImpl settings, Path directory, BrokerProperties properties) {
        settings.setBindingsDirectory(directory.resolve("bindings").toString())
                .setJournalDirectory(directory.resolve("journal").toString())
                .setLargeMessagesDirectory(directory.resolve("large-messages").toString())
                .setPagingDirectory(directory.resolve("paging").toString())
                .setJournalType(JournalType.NIO)
                .setJournalBufferTimeout_NIO(
                        Math.toIntExact(properties.journalBufferTimeout().toNanos()))
                .setJournalSyncTransactional(true)
                .setJournalSyncNonTransactional(true);
    }

    /** Queues come with their first use and stay. Nothing waits in the broker: the delivery row decides about repeats. */
    private static AddressSettings queues() {
        return new AddressSettings()
                .setDefaultAddressRoutingType(RoutingType.ANYCAST)
                .setDefaultQueueRoutingType(RoutingType.ANYCAST)
                .setAutoCreateAddresses(true)
                .setAutoCreateQueues(true)
                .setAutoDeleteAddresses(false)
                .setAutoDeleteQueues(false)
                .setDeadLetterAddress(NOWHERE)
                .setExpiryAddress(NOWHERE)
                .setRedeliveryDelay(0)
                .setMaxDeliveryAttempts(1)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE);
    }

    private static Role everything() {
        return new Role(HubOnly.USER, true, true, true, true, true, true, true, true, true, true, true, true);
    }
}
