package cn.justicehub.hub.keys;

import cn.justicehub.hub.start.DataDirectory;
import cn.justicehub.hub.start.HubProperties;
import cn.justicehub.hub.start.Requirement;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The keys as a bean: the operator's, or in the sandbox such as are made at first start. */
@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(KeyConfiguration.class);

    @Bean
    Requirement ownKeys(HubProperties hub, KeySettings settings) {
        return () -> {
            if (hub.sandbox()) {
                return List.of();
            }
            if (settings.directory() == null) {
                return List.of("hub.keys.directory is not set: the directory that 'hub keys init' made");
            }
            return hub.origin() == null ? List.of() : new KeyDirectory(settings.directory()).faults(hub.origin());
        };
    }

    @Bean
    HubKeys hubKeys(HubProperties hub, KeySettings settings, DataDirectory data) {
        Path path = Objects.requireNonNullElseGet(settings.directory(), () -> data.resolve("keys"));
        KeyDirectory directory = new KeyDirectory(path);
        if (hub.sandbox() && directory.isEmpty()) {
            directory.create(hub.name());
            LOG.info("Made the sandbox's keys in {}", path);
        }
        return directory.load(hub.name());
    }
}
