package cn.justicehub.hub.sandbox;

import cn.justicehub.connectors.push.WebhookSecret;
import cn.justicehub.connectors.push.WebhookSecrets;
import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import cn.justicehub.hub.definitions.AgencyFolders;
import cn.justicehub.hub.start.DataDirectory;
import cn.justicehub.hub.start.HubProperties;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the sandbox brings along: agency folders, written at first start, unless the operator names others. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "hub.mode", havingValue = "sandbox")
class SandboxConfiguration {

    @Bean
    SandboxHome sandboxHome(DataDirectory data, InstantSource realTime) throws IOException {
        return SandboxHome.open(data.resolve("sandbox"), realTime.instant());
    }

    @Bean
    AgencyFolders agencyFolders(SandboxHome home, HubProperties hub) {
        return new AgencyFolders(hub.agencies() == null ? home.agencies() : hub.agencies());
    }

    @Bean
    WebhookSecrets webhookSecrets(SandboxHome home) {
        List<WebhookSecret> firm = List.of(WebhookSecret.parse(home.firmSecret()));
        return agency -> agency.equals(SandboxAgency.FIRM.code()) ? firm : List.of();
    }
}
