package cn.justicehub.hub.security;

import cn.justicehub.hub.problem.Problems;
import cn.justicehub.hub.problem.Refusal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who calls, for a controller. */
public final class Callers {

    private Callers() {}

    /**
     * The caller of the request that this thread serves.
     *
     * @throws Refusal 401 when the request carried no token, which on a protected path cannot be
     */
    public static Caller current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw Refusal.of(401, Problems.of(401).violations());
    }

    /**
     * The caller, who must have a scope.
     *
     * @throws Refusal 403 without it
     */
    public static Caller requiring(String scope) {
        Caller caller = current();
        if (!caller.may(scope)) {
            throw Refusal.of(403, Problems.of(403).violations());
        }
        return caller;
    }
}
