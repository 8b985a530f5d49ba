package cn.justicehub.hub.definitions;

import cn.justicehub.connectors.push.WebhookSecrets;
import cn.justicehub.hub.keys.DerivedWebhookSecrets;
import cn.justicehub.hub.keys.HubKeys;
import cn.justicehub.hub.start.HubProperties;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Outside the sandbox the agencies are the operator's; that they are named was checked before. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "hub.mode", havingValue = "production", matchIfMissing = true)
class OperatorAgencies {

    @Bean
    AgencyFolders agencyFolders(HubProperties hub) {
        return new AgencyFolders(Objects.requireNonNull(hub.agencies()));
    }

    @Bean
    WebhookSecrets webhookSecrets(HubKeys keys) {
        return new DerivedWebhookSecrets(keys.master());
    }
}
