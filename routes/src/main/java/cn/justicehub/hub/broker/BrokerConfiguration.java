package cn.justicehub.hub.broker;

import cn.justicehub.hub.start.DataDirectory;
import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jms.health.JmsHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The broker as beans. The pool connects at first use, so that an external broker that is down stops nothing. */
@Configuration(proxyBeanMethods = false)
class BrokerConfiguration {

    @Bean(destroyMethod = "close")
    @Conditional(NoBrokerUrl.class)
    EmbeddedBroker embeddedBroker(DataDirectory data, BrokerProperties properties) {
        return EmbeddedBroker.start(data.resolve("broker"), properties);
    }

    @Bean(destroyMethod = "stop")
    JmsPoolConnectionFactory connectionFactory(ObjectProvider<EmbeddedBroker> embedded, BrokerProperties properties) {
        EmbeddedBroker own = embedded.getIfAvailable();
        JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory(own == null ? external(properties) : own.connectionFactory());
        pool.setMaxConnections(properties.maxConnections());
        return pool;
    }

    @Bean
    JmsHealthIndicator brokerHealthIndicator(ConnectionFactory connectionFactory) {
        return new JmsHealthIndicator(connectionFactory);
    }

    private static ConnectionFactory external(BrokerProperties properties) {
        return new ActiveMQConnectionFactory(properties.url(), properties.user(), properties.password());
    }
}
