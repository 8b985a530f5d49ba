package cn.justicehub.hub;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.artemis.autoconfigure.ArtemisAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jms.autoconfigure.JmsAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** The hub. Started by its command line. Database and broker are its own beans: {@code hub.*} is what an operator sets. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        exclude = {DataSourceAutoConfiguration.class, ArtemisAutoConfiguration.class, JmsAutoConfiguration.class})
@ConfigurationPropertiesScan
@ComponentScan
public class HubApplication {

    /** The application, ready to run; whoever starts it may add properties before. */
    public static SpringApplication application() {
        return new SpringApplication(HubApplication.class);
    }
}
