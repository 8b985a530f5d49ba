package cn.justicehub.hub.commit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the committer groups.
 *
 * @param group most entries of one transaction
 * @param share most entries of one agency in one transaction: who floods does not make it long for the others
 * @param queue most entries of one agency that may wait
 * @param linger how long the hub's own entries, for which nobody waits, gather before they are committed alone
 */
@ConfigurationProperties("hub.commit")
public record CommitSettings(
        @DefaultValue("256") int group,
        @DefaultValue("32") int share,
        @DefaultValue("512") int queue,
        @DefaultValue("10ms") Duration linger) {

    private static final Duration LONGEST_LINGER = Duration.ofSeconds(1);

    public CommitSettings {
        if (group < 1 || share < 1 || queue < 1) {
            throw new IllegalArgumentException(
                    "hub.commit.group, hub.commit.share and hub.commit.queue are at least 1");
        }
        if (linger.isNegative() || linger.compareTo(LONGEST_LINGER) > 0) {
            throw new IllegalArgumentException(
                    "hub.commit.linger is between 0 and " + LONGEST_LINGER.toMillis() + "ms");
        }
    }
}
