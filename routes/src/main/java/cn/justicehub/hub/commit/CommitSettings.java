package cn.justicehub.hub.commit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the committer groups.
 *
 * @param group most entries of one transaction
 * @param queue most entries of one agency that may wait
 */
@ConfigurationProperties("hub.commit")
public record CommitSettings(
        @DefaultValue("256") int group, @DefaultValue("512") int queue) {

    public CommitSettings {
        if (group < 1 || queue < 1) {
            throw new IllegalArgumentException("hub.commit.group and hub.commit.queue are at least 1");
        }
    }
}
