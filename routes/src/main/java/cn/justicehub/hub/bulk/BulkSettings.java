package cn.justicehub.hub.bulk;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Operations on many deliveries.
 *
 * @param approvalAbove how many deliveries one person may give up at once; more wait for a second person
 * @param approvalWithin how long they wait, by the business clock
 * @param batch deliveries decided in one step, between which an operation can be stopped
 * @param most deliveries of one operation
 */
@ConfigurationProperties("hub.operations")
public record BulkSettings(
        @DefaultValue("20") int approvalAbove,
        @DefaultValue("24h") Duration approvalWithin,
        @DefaultValue("50") int batch,
        @DefaultValue("100000") int most) {}
