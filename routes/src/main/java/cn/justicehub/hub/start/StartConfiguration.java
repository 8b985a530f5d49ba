package cn.justicehub.hub.start;

import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The data directory as a bean: taken when every requirement is met, and given up last, since everything with files in
 * it, and every key, depends on it.
 */
@Configuration(proxyBeanMethods = false)
class StartConfiguration {

    @Bean(destroyMethod = "close")
    DataDirectory dataDirectory(HubProperties hub, List<Requirement> requirements) {
        List<String> faults = requirements.stream()
                .flatMap(requirement -> requirement.faults().stream())
                .toList();
        if (!faults.isEmpty()) {
            throw new CannotStartException(faults);
        }
        return DataDirectory.take(Objects.requireNonNull(hub.data(), "hub.data"));
    }
}
