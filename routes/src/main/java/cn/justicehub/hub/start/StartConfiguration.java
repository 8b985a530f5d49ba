package cn.justicehub.hub.start;

import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The data directory as a bean that everything with files in it depends on, so that it is given up last. */
@Configuration(proxyBeanMethods = false)
class StartConfiguration {

    @Bean(destroyMethod = "close")
    DataDirectory dataDirectory(HubProperties hub) {
        return DataDirectory.take(Objects.requireNonNull(hub.data(), "hub.data"));
    }
}
