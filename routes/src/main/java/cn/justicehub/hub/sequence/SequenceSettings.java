package cn.justicehub.hub.sequence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient the hub is with gaps.
 *
 * @param patience how long a number may be missing after a later one was accepted
 */
@ConfigurationProperties("hub.sequence")
public record SequenceSettings(@DefaultValue("1h") Duration patience) {}
