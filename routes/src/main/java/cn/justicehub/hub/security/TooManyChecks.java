package cn.justicehub.hub.security;

import cn.justicehub.hub.problem.Problem;
import cn.justicehub.hub.problem.Problems;
import cn.justicehub.hub.problem.Refusal;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/** A client secret cannot be checked now. The filter that authenticates clients passes on no other kind of failure. */
final class TooManyChecks extends OAuth2AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    private TooManyChecks(Refusal refusal) {
        super(new OAuth2Error(OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE), refusal);
        this.refusal = refusal;
    }

    /** 429: this caller, and nobody else, is to come back later. */
    static TooManyChecks ofOne(Duration retryAfter) {
        return new TooManyChecks(
                Refusal.tooMany("令牌请求过于频繁，请稍后重试", "too many checks of this client's secret", retryAfter));
    }

    /** 503: all of the hub's checks are taken. */
    static TooManyChecks ofAll(Duration retryAfter) {
        return new TooManyChecks(
                Refusal.unavailable("令牌服务繁忙，请稍后重试", "too many client secrets are being checked", retryAfter));
    }

    Problem problem() {
        return Problems.of(refusal);
    }
}
