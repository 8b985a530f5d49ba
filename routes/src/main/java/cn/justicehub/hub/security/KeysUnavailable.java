package cn.justicehub.hub.security;

import cn.justicehub.hub.problem.Problem;
import cn.justicehub.hub.problem.Problems;
import cn.justicehub.hub.problem.Refusal;
import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Whether a token is good cannot be told now: the issuer's keys cannot be had, or were asked for a moment ago. */
final class KeysUnavailable extends AuthenticationException {

    private static final long serialVersionUID = 1L;
    private static final Duration RETRY = Duration.ofSeconds(5);

    KeysUnavailable() {
        super("access tokens cannot be checked now");
    }

    /** 503 with the time after which to come back. */
    static Problem problem() {
        return Problems.of(Refusal.unavailable("暂时无法核验访问令牌，请稍后重试", "access tokens cannot be checked now", RETRY));
    }
}
