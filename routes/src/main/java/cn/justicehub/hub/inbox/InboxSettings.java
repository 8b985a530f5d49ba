package cn.justicehub.hub.inbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How inboxes wait.
 *
 * @param waiters most requests that wait at the same time; any more are answered at once. One agency's may be a quarter of
 *     them; its next is refused
 * @param look how often a waiting request looks without being woken
 */
@ConfigurationProperties("hub.inbox")
public record InboxSettings(
        @DefaultValue("64") int waiters, @DefaultValue("5s") Duration look) {

    /** Most requests of one agency that wait at the same time. */
    int waitersOfOne() {
        return Math.max(1, waiters / 4);
    }
}
