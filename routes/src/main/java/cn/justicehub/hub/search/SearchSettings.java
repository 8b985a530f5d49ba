package cn.justicehub.hub.search;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is searched.
 *
 * @param atOnce most searches of one agency at the same time, each of which holds a database connection; by default a
 *     quarter of {@code hub.database.pool-size}'s default
 */
@ConfigurationProperties("hub.search")
public record SearchSettings(@DefaultValue("4") int atOnce) {}
