package cn.justicehub.hub.broker;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the broker is.
 *
 * @param url Artemis client URL, such as {@code (tcp://a:61616,tcp://b:61616)?ha=true}; null for the embedded broker
 * @param user user at that URL; not used by the embedded one
 * @param password its password
 * @param maxConnections most connections of the pool
 * @param journalBufferTimeout how long the embedded journal gathers writes before it forces them to disk
 * @param maxMemory messages the embedded broker keeps in memory before it pages them to disk
 * @param startTimeout how long the embedded broker may take to read its journal at start
 */
@ConfigurationProperties("hub.broker")
public record BrokerProperties(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("4") int maxConnections,
        @DefaultValue("300us") Duration journalBufferTimeout,
        @DefaultValue("32MB") DataSize maxMemory,
        @DefaultValue("60s") Duration startTimeout) {

    public boolean embedded() {
        return url == null || url.isBlank();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "BrokerProperties[url=" + url + ", user=" + user + "]";
    }
}
