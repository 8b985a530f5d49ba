package cn.justicehub.hub.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How deliveries are carried.
 *
 * @param lease how long an order may wait to be sent, and how much longer than its agency's own time-out it may then take,
 *     before another may begin
 * @param sweep how often the relay looks without being woken
 * @param backoff first pause of an agency that fails; doubles with each failure
 * @param longestBackoff longest pause
 * @param batch most deliveries leased at once
 * @param inFlight most deliveries of one agency leased at once
 * @param consumers deliveries of one agency carried at the same time
 */
@ConfigurationProperties("hub.delivery")
public record DeliverySettings(
        @DefaultValue("60s") Duration lease,
        @DefaultValue("1s") Duration sweep,
        @DefaultValue("1s") Duration backoff,
        @DefaultValue("5m") Duration longestBackoff,
        @DefaultValue("200") int batch,
        @DefaultValue("64") int inFlight,
        @DefaultValue("4") int consumers) {}
