package cn.justicehub.hub.problem;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one request may carry.
 *
 * @param maxBody bytes of a request body; documents travel as digests, so a message is small
 */
@ConfigurationProperties("hub.intake")
public record BodyLimit(@DefaultValue("1MB") DataSize maxBody) {}
