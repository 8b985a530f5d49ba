package cn.justicehub.hub.delivery;

import cn.justicehub.connectors.push.PushSender;
import cn.justicehub.connectors.push.WebhookSecrets;
import cn.justicehub.hub.start.HubProperties;
import jakarta.jms.ConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts delivery together. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    @Bean(destroyMethod = "close")
    PushSender pushSender(WebhookSecrets secrets, HubProperties hub) {
        return PushSender.create(secrets, hub.sandbox(), null);
    }

    /** The broker, under Camel's name for it. */
    @Bean("jms")
    JmsComponent jms(ConnectionFactory connections) {
        JmsComponent component = JmsComponent.jmsComponentAutoAcknowledge(connections);
        component.setCacheLevelName("CACHE_CONSUMER");
        return component;
    }
}
